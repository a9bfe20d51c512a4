package dev.nameplate.usage;

import java.time.YearMonth;
import java.util.OptionalLong;

/**
 * How much of a quota is used.
 *
 * @param granted whether the URLs were counted, or had been before; false where the quota was used
 *     up
 * @param used the URLs of the subject in the month, as far as this process knows
 * @param quota how many there may be; empty for any number
 * @param month of UTC
 */
public record QuotaState(boolean granted, long used, OptionalLong quota, YearMonth month) {
  private static final int WARNED = 80;

  /** Returns the share that is used in whole percent, rounded down; 0 without a quota. */
  public int percent() {
    if (quota.isEmpty()) {
      return 0;
    }
    long limit = Math.max(1, quota.getAsLong());
    return (int) Math.min(Integer.MAX_VALUE, Math.floor(used * 100.0 / limit));
  }

  /** Returns whether the caller is to be told: from 80 % on. */
  public boolean isWarning() {
    return percent() >= WARNED;
  }

  /** Returns whether the quota is used up. */
  public boolean isUsedUp() {
    return quota.isPresent() && used >= quota.getAsLong();
  }
}
