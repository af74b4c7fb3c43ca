import type { Role, ScopeUnit } from '../../../shared/wire/overview.ts';
import { unitsAsTree } from '../../parts/units-as-tree.ts';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { ChooseMany } from '../parts/choose-many.tsx';

interface RoleAndUnitProps {
  readonly roles: readonly Role[];
  readonly units: readonly ScopeUnit[];
  readonly value: { readonly role: Role | null; readonly unit: string | null };
  readonly set: (value: { readonly role: Role | null; readonly unit: string | null }) => void;
}

/** What somebody may do, and where. */
export function RoleAndUnit({ roles, units, value, set }: RoleAndUnitProps) {
  const { people, language, say } = usePeopleWords();
  const { inviting } = people;
  return (
    <>
      <div class="role-choice">
        <ChooseMany
          label={inviting.role}
          name="role"
          one
          options={roles.map((role) => ({ id: role, ...people.roles[role] }))}
          value={value.role === null ? [] : [value.role]}
          set={([role]) => set({ ...value, role: (role ?? null) as Role | null })}
        />
      </div>
      {!roles.includes('auditor') && (
        <p class="note">
          {people.auditorNote} <code>npm run sipas -- invite "{people.unitWord}" --role auditor</code>
        </p>
      )}
      <ChooseMany
        label={inviting.unit}
        name="unit"
        one
        options={unitsAsTree(units, language).map(({ unit, depth }) => ({
          id: unit.id,
          name: say(unit.name),
          depth,
        }))}
        value={value.unit === null ? [] : [value.unit]}
        set={([unit]) => set({ ...value, unit: unit ?? null })}
      />
    </>
  );
}
