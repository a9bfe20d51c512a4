package dev.nameplate.access.ratelimit;

import java.util.Optional;

/**
 * How many pictures may be drawn for whom. What is cached costs nothing and is not counted.
 *
 * @param client for one address; empty for any number
 * @param mail for the addresses of one mail service's image proxies together
 * @param total for all together
 * @param proxies which addresses are of mail services
 */
public record RateSettings(
    Optional<Rate> client, Optional<Rate> mail, Optional<Rate> total, MailProxies proxies) {
  /** No limit at all. */
  public static final RateSettings OFF =
      new RateSettings(Optional.empty(), Optional.empty(), Optional.empty(), MailProxies.NONE);

  public static final RateSettings DEFAULT =
      new RateSettings(
          Optional.of(new Rate(200, 1000)),
          Optional.of(new Rate(5000, 25_000)),
          Optional.empty(),
          MailProxies.KNOWN);
}
