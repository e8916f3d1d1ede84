/** What is seldom needed: to be on it, a compliment, the day of arrival, another department. */
import {
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
} from "@fluentui/react-components";
import { hasArrivalDay } from "../../addin/arrivalDay.ts";
import type { MessageView } from "../../addin/addin.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { OnTrigger } from "../chunks/laterMenu.tsx";
import { usePane } from "../pane.tsx";
import { departmentName } from "../policyWords.ts";
import { PopupMenu } from "../PopupMenu.tsx";
import { useText } from "../text/useText.tsx";

interface MoreMenuProps extends OnTrigger {
  readonly view: MessageView;
  readonly standing: Standing;
  readonly onCorrectDay: () => void;
}

export function MoreMenu({ view, standing, onCorrectDay, ...button }: MoreMenuProps) {
  const { addin, state, run } = usePane();
  const { more } = useText();
  const { policy } = state;
  const waits = !standing.closed && standing.excludedReason === null;
  const correctable = policy !== null && hasArrivalDay(policy, standing.channel);
  const checked = [...(standing.claimedUntil === null ? [] : ["claimed"]), ...(view.compliment ? ["compliment"] : [])];
  const choose = (name: string, items: readonly string[]) => {
    const [department] = items;
    if (name === "noted") {
      const turned = ["claimed", "compliment"].find((item) => checked.includes(item) !== items.includes(item));
      if (turned === "claimed") void run(() => addin.setClaimed(items.includes("claimed")));
      if (turned === "compliment") void run(() => addin.setCompliment(items.includes("compliment")));
    } else if (department !== undefined && department !== standing.department) {
      void run(() => addin.handOver(department));
    }
  };
  return (
    <PopupMenu
      {...button}
      hasCheckmarks
      positioning={{ position: "above", align: "end", autoSize: "height" }}
      checkedValues={{ noted: checked, department: standing.department === null ? [] : [standing.department] }}
      onCheckedValueChange={(_, { name, checkedItems }) => choose(name, checkedItems)}
    >
      {waits && (
        <MenuItemCheckbox name="noted" value="claimed" persistOnClick={false}>
          {more.onIt}
        </MenuItemCheckbox>
      )}
      <MenuItemCheckbox name="noted" value="compliment" persistOnClick={false}>
        {more.markCompliment}
      </MenuItemCheckbox>
      {correctable && <MenuItem onClick={onCorrectDay}>{more.correctDay}</MenuItem>}
      {waits && <Departments />}
    </PopupMenu>
  );
}

/** The policy's departments, where there is more than one. */
function Departments() {
  const { policy } = usePane().state;
  const { more, language } = useText();
  const departments = Object.keys(policy?.departments ?? {});
  if (departments.length < 2) return null;
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{more.handOver}</MenuGroupHeader>
        {departments.map((id) => (
          <MenuItemRadio key={id} name="department" value={id}>
            {departmentName(policy, id, language)}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </>
  );
}
