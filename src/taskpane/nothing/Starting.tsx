/** The message view's shape before anything is known, so that nothing jumps when it is. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  shape: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  header: { display: "grid", gridTemplateColumns: "20px 1fr", columnGap: tokens.spacingHorizontalM },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  sentence: { width: "80%" },
  date: { width: "95%" },
  left: { width: "45%" },
  channel: { width: "60%" },
});

export function Starting() {
  const { pane } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={pane.starting} className={styles.shape}>
      <div className={styles.header}>
        <SkeletonItem shape="circle" size={20} />
        <div className={styles.lines}>
          <SkeletonItem size={24} className={styles.sentence} />
          <SkeletonItem size={16} className={styles.date} />
          <SkeletonItem size={12} className={styles.left} />
        </div>
      </div>
      <SkeletonItem size={32} />
      <SkeletonItem size={16} className={styles.channel} />
      <SkeletonItem size={12} className={styles.left} />
    </Skeleton>
  );
}
