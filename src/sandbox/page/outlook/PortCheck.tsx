/** Firefox accepts a certificate port by port: says which addresses do not answer yet, and opens each once. */
import { useEffect, useState } from "react";
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useMailbox, useSandbox } from "./context.tsx";

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  links: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

/** Chrome and Edge ask once for all ports: there is nothing to look for. */
const asksPerPort = /\bFirefox\//.test(navigator.userAgent);

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

export function PortCheck() {
  const styles = useStyles();
  const { text } = useSandbox();
  const { addin, graph, issuer, service } = useMailbox().state.origins;
  const asked = [addin, issuer, graph].join(" ");
  const [silent, setSilent] = useState<readonly string[]>([]);
  const [look, setLook] = useState(0);
  useEffect(() => {
    let stale = false;
    const origins = asksPerPort ? asked.split(" ") : [];
    void Promise.all(origins.map(answers)).then((answered) => {
      if (!stale) setSilent(origins.filter((_, index) => !answered[index]));
    });
    return () => {
      stale = true;
    };
  }, [asked, look]);
  if (silent.length === 0) return null;
  // The service lets no other page read even that it answers, so it is offered with the rest.
  const offered = [...silent, `${service}/health`];
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {text.unreachable}
        <span className={styles.links}>
          {offered.map((address) => (
            <Link key={address} href={address} target="_blank" rel="noreferrer">
              {text.openOnce(address)}
            </Link>
          ))}
        </span>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => setLook(look + 1)}>{text.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
