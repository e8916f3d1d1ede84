/** The sandbox's own bar, in another tone: what Outlook does not have. */
import { useEffect, useState } from "react";
import {
  Button,
  Dropdown,
  FluentProvider,
  makeStyles,
  Option,
  Text,
  tokens,
  Tooltip,
  webDarkTheme,
} from "@fluentui/react-components";
import { BeakerRegular, ClockRegular } from "@fluentui/react-icons";
import { ArrivalMenu } from "./ArrivalMenu.tsx";
import { useMailbox, useSandbox } from "./context.tsx";
import { ElsewhereMenu } from "./ElsewhereMenu.tsx";
import { FaultsMenu } from "./FaultsMenu.tsx";
import { UnreadableFiles } from "./UnreadableFiles.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorPaletteGrapeBackground2,
    color: tokens.colorNeutralForeground1,
  },
  promise: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, marginRight: "auto" },
  group: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
  time: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  person: { minWidth: "150px" },
});

const oneSecond = 1000;

/** The sandbox's clock, told anew as its minutes pass. */
function useClock(offset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), oneSecond);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}

function Clock() {
  const styles = useStyles();
  const { desk, text, time } = useSandbox();
  const { newestAt, state } = useMailbox();
  const now = useClock(state.clockOffset);
  const { mailbox } = desk.parts;
  const set = (to: "tomorrow" | "nextDue" | "now") => (): void =>
    desk.attempt(async () => mailbox.confirm(await mailbox.server.setClock(to)));
  const mailIsAhead = newestAt > now - state.clockOffset;
  const realTime = (
    <Button size="small" appearance="subtle" disabledFocusable={mailIsAhead} onClick={set("now")}>
      {text.realTime}
    </Button>
  );
  return (
    <div className={styles.group} role="group" aria-label={text.clock}>
      <Text size={200} className={styles.time}>
        <ClockRegular />
        <time dateTime={new Date(now).toISOString()}>{time.clock(now)}</time>
      </Text>
      <Button size="small" appearance="subtle" onClick={set("tomorrow")}>
        {text.tomorrow}
      </Button>
      <Button size="small" appearance="subtle" onClick={set("nextDue")}>
        {text.nextDue}
      </Button>
      {mailIsAhead ? (
        <Tooltip content={text.mailIsAhead} relationship="description">
          {realTime}
        </Tooltip>
      ) : (
        realTime
      )}
    </div>
  );
}

export function SandboxBar({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const styles = useStyles();
  const { text } = useSandbox();
  const { state } = useMailbox();
  return (
    <FluentProvider theme={webDarkTheme}>
      <header className={styles.bar} aria-label={text.sandbox}>
        <Text size={200} weight="semibold" className={styles.promise}>
          <BeakerRegular fontSize={16} />
          {text.promise}
        </Text>
        <Dropdown
          size="small"
          className={styles.person}
          aria-label={text.person}
          value={state.person.name}
          selectedOptions={[state.person.id]}
          onOptionSelect={(_, { optionValue }) => optionValue && onPerson(optionValue)}
        >
          {state.people.map((person) => (
            <Option key={person.id} value={person.id} text={person.name}>
              {`${person.name}, ${person.title}`}
            </Option>
          ))}
        </Dropdown>
        <Clock />
        <ArrivalMenu />
        <ElsewhereMenu />
        <FaultsMenu />
        {state.unreadable.length > 0 && <UnreadableFiles files={state.unreadable} />}
      </header>
    </FluentProvider>
  );
}
