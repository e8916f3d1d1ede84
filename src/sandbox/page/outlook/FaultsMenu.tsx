/** What does not work, on request: the service, and Microsoft Graph. One line says what is on. */
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons";
import type { FaultsRequest, GraphFaultKind } from "../../api.ts";
import { faultsOn, lags } from "../faultsOn.ts";
import { useMailbox, useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  faults: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

const kinds: readonly GraphFaultKind[] = [
  ...(["none", "throttled", "unavailable", "timeouts"] as const),
  ...(["gone", "expiredTokens", "slow", "lostMarks"] as const),
];

export function FaultsMenu() {
  const styles = useStyles();
  const { desk, text } = useSandbox();
  const { faults } = useMailbox().state;
  const { mailbox } = desk.parts;
  const set = (change: FaultsRequest): void =>
    desk.attempt(async () => mailbox.confirm({ faults: await mailbox.server.setFaults(change) }));
  const checked = {
    service: faults.service === "stopped" ? ["stopped"] : [],
    graph: [faults.graph],
    lag: [String(faults.graphLagMs)],
  };
  const onChange = (name: string, [value]: readonly string[]): void => {
    if (name === "service") set({ service: value === "stopped" ? "stopped" : "running" });
    else if (name === "lag") set({ graphLagMs: Number(value) });
    else set({ graph: value as GraphFaultKind });
  };
  return (
    <div className={styles.faults}>
      <Menu checkedValues={checked} onCheckedValueChange={(_, { name, checkedItems }) => onChange(name, checkedItems)}>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<PlugDisconnectedRegular />}>
            {text.faults}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemCheckbox name="service" value="stopped">
              {text.serviceStopped}
            </MenuItemCheckbox>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{text.graph}</MenuGroupHeader>
              {kinds.map((kind) => (
                <MenuItemRadio key={kind} name="graph" value={kind}>
                  {text.graphFault[kind]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{text.changesSeen}</MenuGroupHeader>
              {lags.map((ms) => (
                <MenuItemRadio key={ms} name="lag" value={String(ms)}>
                  {text.later(ms)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Text size={200} role="status">
        {faultsOn(faults, text)}
      </Text>
    </div>
  );
}
