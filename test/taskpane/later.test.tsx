import "../support/dom.ts";
import { expect, test } from "@jest/globals";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button, FluentProvider, MenuItem, webLightTheme } from "@fluentui/react-components";
import type { ComponentType } from "react";
import { later } from "../../src/taskpane/chunks/later.tsx";
import { laterMenu, type OnTrigger } from "../../src/taskpane/chunks/laterMenu.tsx";
import { PaneProvider } from "../../src/taskpane/pane.tsx";
import { PopupMenu } from "../../src/taskpane/PopupMenu.tsx";
import { Results } from "../../src/taskpane/Results.tsx";
import { sampleAddin } from "../support/views.ts";

async function settled(answer: () => void): Promise<void> {
  answer();
  await Promise.resolve();
}

/** A file that comes, or does not, when the test says so. */
function file<P>(part: ComponentType<P>) {
  const waiting: { readonly come: () => void; readonly fail: () => void }[] = [];
  const fetch = () =>
    new Promise<ComponentType<P>>((resolve, reject) => {
      waiting.push({ come: () => resolve(part), fail: () => reject(new Error("Loading chunk 7 failed")) });
    });
  const take = () => {
    const asked = waiting.shift();
    if (asked === undefined) throw new Error("nobody asked for the file");
    return asked;
  };
  return { fetch, come: () => act(() => settled(take().come)), fail: () => act(() => settled(take().fail)) };
}

function Letter({ to }: { readonly to: string }) {
  return <h1>Dear {to}</h1>;
}

test("a view stands in its shape until it is there, and at once from then on", async () => {
  const { fetch, come } = file(Letter);
  const Later = later(fetch);
  const { unmount } = render(<Later to="Ms. Okafor" />);
  expect(screen.getByLabelText("Loading")).toBeTruthy();
  await come();
  expect(screen.getByRole("heading", { name: "Dear Ms. Okafor" })).toBeTruthy();
  unmount();
  render(<Later to="Mr. Roy" />);
  expect(screen.getByRole("heading", { name: "Dear Mr. Roy" })).toBeTruthy();
});

test("a view that does not come says so in one sentence, and comes when it is asked for again", async () => {
  const { fetch, come, fail } = file(Letter);
  const Later = later(fetch);
  render(<Later to="Ms. Okafor" />);
  await fail();
  expect(screen.getByRole("alert").textContent).toMatch(/^This part of the pane could not be loaded\. /);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(screen.queryByRole("alert")).toBeNull();
  await come();
  expect(screen.getByRole("heading", { name: "Dear Ms. Okafor" })).toBeTruthy();
});

function Ways(button: OnTrigger) {
  return (
    <PopupMenu {...button}>
      <MenuItem>By phone</MenuItem>
      <MenuItem>In person</MenuItem>
    </PopupMenu>
  );
}

function menu() {
  const { fetch, ...rest } = file(Ways);
  const Later = laterMenu(fetch);
  render(
    <FluentProvider theme={webLightTheme}>
      <PaneProvider addin={sampleAddin("dueTomorrow")}>
        <Later trigger={(press) => <Button {...press}>Answered</Button>} />
        <Results />
      </PaneProvider>
    </FluentProvider>,
  );
  return { ...rest, button: () => screen.getByRole("button", { name: "Answered" }) };
}

test.each(["{Enter}", "{ArrowDown}"])("%s on a button fetches its menu and opens it", async (key) => {
  const { come, button } = menu();
  expect([button().getAttribute("aria-haspopup"), button().getAttribute("aria-expanded")]).toEqual(["menu", "false"]);
  act(() => button().focus());
  await userEvent.keyboard(key);
  await come();
  expect(button().getAttribute("aria-expanded")).toBe("true");
  expect(screen.getAllByRole("menuitem")).toHaveLength(2);
});

test("a menu that does not come is told at the foot, and comes when its button is pressed again", async () => {
  const { come, fail, button } = menu();
  await userEvent.click(button());
  await fail();
  expect(screen.getByRole("status").textContent).toBe("There is no connection now. Try again in a moment.");
  await userEvent.click(button());
  await come();
  expect(screen.getAllByRole("menuitem")).toHaveLength(2);
  expect(screen.getByRole("status").textContent).toBe("");
});
