/** Messages as Graph writes them, of invented people. */
export const addinId = "1f0c3f0e-0000-4000-8000-000000000001";
export const cecp = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;

export const stamp = {
  replyKind: "holding",
  template: "receipt",
  promisedDay: "2026-11-26",
  answers: "<one@mail.example>",
};
export const decision = { kind: "included", at: 1_700_000_000_000, saidAt: 1_700_000_000_000 };

const person = (name: string, address: string) => ({ emailAddress: { name, address } });

/** All that the client selects, without extended properties. */
export const graphMessage = {
  "@odata.type": "#microsoft.graph.message",
  "@odata.etag": 'W/"CQ1"',
  id: "AAkALgAA",
  parentFolderId: "AQMk-inbox",
  internetMessageId: "<two@mail.example>",
  conversationId: "conversation-1",
  subject: "Dog licence question",
  bodyPreview: "Good morning",
  from: person("Ada Okafor", "Ada@Mail.example"),
  sender: person("Ada Okafor", "Ada@Mail.example"),
  replyTo: [],
  toRecipients: [person("Info", "info@pinewood.example")],
  ccRecipients: [person("", "ben@mail.example")],
  bccRecipients: [],
  receivedDateTime: "2026-11-20T20:00:00Z",
  sentDateTime: "2026-11-20T19:59:58Z",
  isDraft: false,
  hasAttachments: true,
  categories: ["Reply due"],
  flag: { flagStatus: "notFlagged" },
};

export const extendedProperties = [
  { id: "String 0x1042", value: "<one@mail.example>" },
  { id: "String 0x1039", value: "<zero@mail.example>\r\n <one@mail.example>" },
  { id: "String 0x001a", value: "IPM.Note" },
  { id: "Integer 0x1081", value: "103" },
  { id: "SystemTime 0x1082", value: "2026-11-20T21:30:00Z" },
  {
    id: cecp.toLowerCase(),
    value: JSON.stringify({
      "civicreply.stamp": JSON.stringify(stamp),
      "civicreply.decisions": JSON.stringify([decision]),
    }),
  },
];
