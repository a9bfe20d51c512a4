package dev.nameplate.api;

import dev.nameplate.batch.job.JobMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants of a job, as the query says it.
 *
 * @param list what is wanted of the list, with all faults
 * @param mode what is made
 * @param names the heading of the column of which files get their names
 * @param webhook what is called when the job has ended
 */
public record BatchOrder(
    ListOrder list, JobMode mode, Optional<String> names, Optional<String> webhook) {
  private static final List<String> OWN = List.of("mode", "names", "webhook");
  private static final int MOST_HEADING = 200;

  /**
   * Returns the order; what of it cannot be used is among the list's faults, all at once.
   *
   * @param query values by parameter
   */
  public static BatchOrder read(Map<String, List<String>> query) {
    Map<String, List<String>> rest = new LinkedHashMap<>(query);
    OWN.forEach(rest::remove);
    ListOrder list = ListOrderReader.read(rest);
    List<ApiFault> faults = new ArrayList<>(list.faults());
    Optional<String> mode = first(query, "mode");
    Optional<JobMode> read = mode.flatMap(JobMode::ofLabel);
    if (mode.isPresent() && read.isEmpty()) {
      wrong("?mode", "urls, prerender or files", faults);
    }
    Optional<String> names = first(query, "names").filter(heading -> !heading.isBlank());
    if (names.filter(heading -> heading.length() > MOST_HEADING).isPresent()) {
      wrong("?names", "the heading of a column", faults);
    }
    Optional<String> webhook = first(query, "webhook").filter(url -> !url.isBlank());
    if (webhook.filter(url -> !isUrl(url)).isPresent()) {
      wrong("?webhook", "https://… without user, password and fragment", faults);
    }
    return new BatchOrder(
        new ListOrder(
            list.template(),
            list.format(),
            list.scale(),
            list.kind(),
            list.open(),
            list.expires(),
            list.columns(),
            list.limit(),
            faults),
        read.orElse(JobMode.URLS),
        names,
        webhook);
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return List.of("https", "http").contains(url.getScheme())
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getFragment() == null
          && text.length() <= 2048;
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  private static void wrong(String path, String allowed, List<ApiFault> faults) {
    faults.add(ApiFault.of(path, ErrorCode.INVALID_VALUE, "allowed: " + allowed));
  }
}
