import type { FormKind } from '../shared/questionnaire.ts';

/** Every address the managers' app asks, in one place. Queries are encoded here and nowhere else. */
export const ADDRESSES = {
  session: '/api/v1/session',
  secondFactor: '/api/v1/session/second-factor',
  acceptInvitation: '/api/v1/invitations/accept',
  resetPassword: '/api/v1/invitations/reset',
  setUp: '/api/v1/set-up',
  setUpAct: (
    act: 'session' | 'draft' | 'second-factor' | 'office' | 'remove-demo' | 'campaign' | 'tablet' | 'end',
  ) => `/api/v1/set-up/${act}`,
  communes: (province: string) => `/api/v1/set-up/provinces/${encodeURIComponent(province)}`,
  units: '/api/v1/units',
  unitsAsOf: (day: string) => `/api/v1/units?${new URLSearchParams({ asOf: day })}`,
  unitDays: '/api/v1/units/days',
  overview: (choice: {
    readonly unit: string;
    readonly period: string;
    readonly form: FormKind;
    readonly asOf?: string;
    readonly statistic?: string;
    readonly aggregation?: string;
  }) => `/api/v1/overview?${new URLSearchParams({ ...choice })}`,
  imported: (unit: string, method: { readonly statistic: string; readonly aggregation: string }) =>
    `/api/v1/imported-results?${new URLSearchParams({ unit, ...method })}`,
  live: '/api/v1/live',
  alerts: '/api/v1/alerts',
  caseCount: '/api/v1/cases/count',
  devices: '/api/v1/devices',
  device: (id: string) => `/api/v1/devices/${encodeURIComponent(id)}`,
  deviceAct: (id: string, act: 'code' | 'replace' | 'move' | 'state' | 'pin' | 'seen') =>
    `/api/v1/devices/${encodeURIComponent(id)}/${act}`,
  points: '/api/v1/points',
  quarantine: '/api/v1/quarantine',
  decide: '/api/v1/quarantine/decide',
  findings: '/api/v1/findings',
  trust: ({
    unit,
    period,
    form,
  }: {
    readonly unit: string;
    readonly period: string;
    readonly form: FormKind;
  }) => `/api/v1/trust?${new URLSearchParams({ unit, period, form })}`,
  againstDossiers: (choice: { readonly unit: string; readonly period: string; readonly form: FormKind }) =>
    `/api/v1/against-dossiers?${new URLSearchParams({ ...choice })}`,
  lateBoard: (unit: string, span: 'week' | 'month', at: string | null) =>
    `/api/v1/late-board?${new URLSearchParams({ unit, span, ...(at !== null && { at }) })}`,
  reportCalendar: (unit: string, period: string | null) =>
    `/api/v1/report-calendar?${new URLSearchParams({ unit, ...(period !== null && { period }) })}`,
  reminders: '/api/v1/report-calendar/reminders',
  certify: '/api/v1/certified',
  certified: (
    asked: { readonly unit: string; readonly period: string; readonly form: FormKind },
    version: number | null,
  ) => {
    const query = new URLSearchParams({ ...asked, ...(version !== null && { version: String(version) }) });
    return `/api/v1/certified?${query}`;
  },
  reviews: '/api/v1/reviews',
  reviewsOf: (unit: string, halfMonth: string | null) =>
    `/api/v1/reviews?${new URLSearchParams({ unit, ...(halfMonth !== null && { halfMonth }) })}`,
  rescue: '/api/v1/rescue',
  audit: (before: string | null) =>
    before === null ? '/api/v1/audit' : `/api/v1/audit?${new URLSearchParams({ before })}`,
} as const;
