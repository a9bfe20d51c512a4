package dev.nameplate.usage;

import java.util.OptionalLong;

/**
 * For whom URLs are made.
 *
 * @param subject the {@code sub} of the token; {@link UsageKey#NOBODY} for a call without one
 * @param quota how many URLs the subject may have made in a calendar month of UTC; empty for any
 *     number
 */
public record UrlMaker(String subject, OptionalLong quota) {}
