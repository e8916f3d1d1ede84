/** Every sentence that the sandbox's server says to a person, in English and French. */
import { filled, type FillValues } from "../domain/wording/filled.ts";

const english = {
  unknownPerson: "There is nobody called {person} in the sandbox.",
  unknownFolder: "There is no such folder in this mailbox.",
  noMember: "{person} does not work in this shared mailbox.",
  notSent: "Only a sent message can fail to be delivered.",
  unknownMessage: "There is no such message in this mailbox.",
  unknownAttachment: "There is no such attachment.",
  unknownArrival: "There is no such message to arrive.",
  unknownRoute: "There is nothing at this address.",
  unreadableRequest: "The request cannot be read.",
  notADraft: "Only a draft can be changed in this way.",
  sentAlready: "This message has been sent already.",
  noRecipients: "Add at least one recipient before sending.",
  badRecipient: "“{address}” is not an e-mail address.",
  propertiesTooLong: "Custom properties hold at most {limit} characters; these have {length}.",
  brokenMail: "The message cannot be read: {reason}.",
  mailTooLarge: "A message may have at most {limit} MB.",
  badClock: "The sandbox clock cannot be set to that.",
  portOpened: "This address of the sandbox answers. You can close this tab and go back.",
  foreignPage: "Only the sandbox's own page may ask this.",
} as const;

export type SentenceKey = keyof typeof english;

const french: Readonly<Record<SentenceKey, string>> = {
  unknownPerson: "Il n’y a personne du nom de {person} dans le bac à sable.",
  unknownFolder: "Ce dossier n’est pas dans cette boîte aux lettres.",
  noMember: "{person} ne travaille pas dans cette boîte aux lettres partagée.",
  notSent: "Seul un message envoyé peut ne pas être remis.",
  unknownMessage: "Ce message n’est pas dans cette boîte aux lettres.",
  unknownAttachment: "Cette pièce jointe n’existe pas.",
  unknownArrival: "Ce message ne peut pas arriver : il n’existe pas.",
  unknownRoute: "Il n’y a rien à cette adresse.",
  unreadableRequest: "La demande est illisible.",
  notADraft: "Seul un brouillon peut être modifié ainsi.",
  sentAlready: "Ce message est déjà envoyé.",
  noRecipients: "Ajoutez au moins un destinataire avant d’envoyer.",
  badRecipient: "« {address} » n’est pas une adresse courriel.",
  propertiesTooLong: "Les propriétés personnalisées ont au plus {limit} caractères ; celles-ci en ont {length}.",
  brokenMail: "Le message est illisible : {reason}.",
  mailTooLarge: "Un message a au plus {limit} Mo.",
  badClock: "L’horloge du bac à sable ne peut pas être réglée ainsi.",
  portOpened: "Cette adresse du bac à sable répond. Vous pouvez fermer cet onglet et revenir en arrière.",
  foreignPage: "Seule la page du bac à sable peut demander cela.",
};

/** @param language a BCP 47 tag or an Accept-Language header; anything but French is answered in English */
export function sentence(key: SentenceKey, language: string | undefined, values: FillValues = {}): string {
  return filled(/^\s*fr\b/i.test(language ?? "") ? french[key] : english[key], values);
}
