/** The add-in's buttons in a ribbon, as the manifest names them. */
import {
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Tooltip,
} from "@fluentui/react-components";
import type { Writing } from "../desk/writing.ts";
import type { AddinButton, AddinControl } from "../manifest/manifest.ts";
import { useSandbox } from "./context.tsx";

const useStyles = makeStyles({ icon: { width: "20px", height: "20px" } });

function Icon({ address }: { readonly address: string | null }) {
  const styles = useStyles();
  return address ? <img className={styles.icon} src={address} alt="" /> : null;
}

function Control({
  control,
  onPress,
}: {
  readonly control: AddinControl;
  readonly onPress: (button: AddinButton) => void;
}) {
  const [first] = control.buttons;
  if (!control.isMenu && first) {
    const button = (
      <ToolbarButton icon={<Icon address={first.icon} />} onClick={() => onPress(first)}>
        {first.label}
      </ToolbarButton>
    );
    return first.tip ? (
      <Tooltip content={first.tip} relationship="description">
        {button}
      </Tooltip>
    ) : (
      button
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<Icon address={control.icon} />}>{control.label}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {control.buttons.map((button) => (
            <MenuItem key={button.id} icon={<Icon address={button.icon} />} onClick={() => onPress(button)}>
              {button.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export function AddinButtons({ writing }: { readonly writing: Writing | null }) {
  const { desk } = useSandbox();
  const { compose, read } = desk.parts.manifest;
  return (writing ? compose : read).map((control) => (
    <Control key={control.id} control={control} onPress={(button) => desk.press(button, writing)} />
  ));
}
