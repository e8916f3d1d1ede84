/** What the page asks the person, one question at a time, each a promise of the answer. */

export type Question =
  | { readonly kind: "held"; readonly message: string; readonly mayInsist: boolean }
  | { readonly kind: "slow"; readonly mayInsist: boolean }
  | { readonly kind: "unavailable" }
  | { readonly kind: "deleteForGood"; readonly subject: string }
  | { readonly kind: "permission"; readonly scopes: readonly string[] };

export interface Asked {
  readonly question: Question;
  /** True: send anyway, or allow. */
  answer(yes: boolean): void;
}

export interface Pending {
  readonly answer: Promise<boolean>;
  /** Takes the question back: it has answered itself. */
  withdraw(): void;
}

export class Questions {
  readonly #listeners = new Set<() => void>();
  #asked: readonly Asked[] = [];

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The question to show now, or null. */
  readonly current = (): Asked | null => this.#asked[0] ?? null;

  ask(question: Question): Pending {
    let withdraw: () => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => {
      const asked: Asked = {
        question,
        answer: (yes) => {
          withdraw();
          resolve(yes);
        },
      };
      withdraw = () => this.#set(this.#asked.filter((other) => other !== asked));
      this.#set([...this.#asked, asked]);
    });
    return { answer, withdraw: () => withdraw() };
  }

  #set(asked: readonly Asked[]): void {
    this.#asked = asked;
    for (const listener of this.#listeners) listener();
  }
}
