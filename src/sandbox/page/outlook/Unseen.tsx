/** Words for screen readers alone, where the eye has a sign for them. */
import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export function Unseen({ children }: { readonly children: string }) {
  const styles = useStyles();
  return <span className={styles.unseen}>{children}</span>;
}
