import type { FormKind } from '../shared/questionnaire.ts';

/** Every address the managers' app asks, in one place. Queries are encoded here and nowhere else. */
export const ADDRESSES = {
  session: '/api/v1/session',
  acceptInvitation: '/api/v1/invitations/accept',
  resetPassword: '/api/v1/invitations/reset',
  units: '/api/v1/units',
  overview: (choice: { readonly unit: string; readonly period: string; readonly form: FormKind }) =>
    `/api/v1/overview?${new URLSearchParams({ unit: choice.unit, period: choice.period, form: choice.form })}`,
} as const;
