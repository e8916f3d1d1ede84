/** Of which department something is shown; null is all of them. With one alone there is no choice to make. */
import { Select } from "@fluentui/react-components";
import { usePane } from "./pane.tsx";
import { departmentName } from "./policyWords.ts";
import { useText } from "./text/useText.tsx";

interface DepartmentChoiceProps {
  readonly departments: readonly string[];
  readonly chosen: string | null;
  readonly onChosen: (department: string | null) => void;
}

export function DepartmentChoice({ departments, chosen, onChosen }: DepartmentChoiceProps) {
  const { policy } = usePane().state;
  const { team, language } = useText();
  if (departments.length < 2) return null;
  return (
    <Select
      aria-label={team.department}
      size="small"
      value={chosen ?? ""}
      onChange={(_, { value }) => onChosen(value === "" ? null : value)}
    >
      <option value="">{team.allDepartments}</option>
      {departments.map((id) => (
        <option key={id} value={id}>
          {departmentName(policy, id, language)}
        </option>
      ))}
    </Select>
  );
}
