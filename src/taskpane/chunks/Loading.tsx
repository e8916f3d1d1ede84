/** The shape of most views, a sentence and what follows, while one of them is fetched. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  shape: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  sentence: { width: "80%" },
});

export function Loading() {
  const { pane } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={pane.loading} className={styles.shape}>
      <SkeletonItem size={24} className={styles.sentence} />
      <SkeletonItem size={40} />
      <SkeletonItem size={40} />
    </Skeleton>
  );
}
