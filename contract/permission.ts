export const roles = ['staff', 'manager'] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'see_floor',
  'write_orders',
  'lower_orders',
  'lower_without_reason',
  'confirm_payment',
  'confirm_unequal_payment',
  'confirm_less',
  'decline_payment',
  'settle_order',
  'settle_differences',
  'give_money_back',
  'reduce_above_limit',
  'close_spot',
  'close_unpaid_spot',
  'see_reports',
  'close_day',
  'edit_tables',
  'edit_menu',
  'edit_settings',
] as const
export type Permission = (typeof permissions)[number]

const forStaff: readonly Permission[] = [
  'see_floor',
  'write_orders',
  'lower_orders',
  'confirm_payment',
  'settle_order',
  'close_spot',
]

/** What a role may do before single permissions are handed to a person. */
export function permissionsOf(role: Role): readonly Permission[] {
  return role === 'manager' ? permissions : forStaff
}
