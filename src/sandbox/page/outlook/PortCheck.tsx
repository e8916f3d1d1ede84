/** Some browsers accept a certificate port by port: says which addresses do not answer yet, and opens each once. */
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
  const { origins, faults } = useMailbox().state;
  const { addin, graph, issuer, service } = origins;
  // A service that was stopped on purpose has no certificate to accept.
  const services = faults.service === "running" ? [`${service}/health`] : [];
  const asked = [addin, issuer, graph, ...services].join(" ");
  const [silent, setSilent] = useState<readonly string[]>([]);
  const [look, setLook] = useState(0);
  useEffect(() => {
    let stale = false;
    const addresses = asked.split(" ");
    void Promise.all(addresses.map(answers)).then((answered) => {
      if (!stale) setSilent(addresses.filter((_, index) => !answered[index]));
    });
    return () => {
      stale = true;
    };
  }, [asked, look]);
  if (silent.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {text.unreachable}
        <span className={styles.links}>
          {silent.map((address) => (
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
