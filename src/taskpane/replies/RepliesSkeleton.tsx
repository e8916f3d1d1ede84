/** The shape of My replies while it is fetched, so that nothing jumps when it is there. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  shape: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  sentence: { width: "80%" },
});

export function RepliesSkeleton() {
  const { replies } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={replies.loading} className={styles.shape}>
      <SkeletonItem size={24} className={styles.sentence} />
      <SkeletonItem size={20} />
      <SkeletonItem size={40} />
      <SkeletonItem size={40} />
    </Skeleton>
  );
}
