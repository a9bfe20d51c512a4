package dev.nameplate.access.ratelimit;

import java.util.Optional;

/**
 * Limits on how many pictures are drawn. Cached pictures are not counted.
 *
 * @param client for one address; empty for no limit
 * @param mail for all image proxies of one mail service together, in place of {@code client}; empty
 *     for no limit
 * @param total for all clients together; empty for no limit
 * @param proxies the addresses of mail services
 */
public record RateSettings(
    Optional<Rate> client, Optional<Rate> mail, Optional<Rate> total, MailProxies proxies) {
  /** No limit at all. */
  public static final RateSettings OFF =
      new RateSettings(Optional.empty(), Optional.empty(), Optional.empty(), MailProxies.NONE);

  /**
   * The defaults: 200 a second and 1,000 at once for an address, 5,000 and 25,000 for a mail
   * service.
   */
  public static final RateSettings DEFAULT =
      new RateSettings(
          Optional.of(new Rate(200, 1000)),
          Optional.of(new Rate(5000, 25_000)),
          Optional.empty(),
          MailProxies.KNOWN);
}
