package dev.nameplate.http.api;

import dev.nameplate.access.ratelimit.Rate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the JSON API answers.
 *
 * @param base what URLs begin with; absent for the address that the caller used
 * @param revoked the file of revoked tokens
 * @param origins web origins whose pages may read templates; none for no page
 * @param rate calls of a token that has no rate of its own; absent for no limit
 * @param lists what lists may take
 */
public record ApiSettings(
    Optional<String> base,
    Optional<Path> revoked,
    List<String> origins,
    Optional<Rate> rate,
    ListSettings lists) {
  public static final ApiSettings DEFAULT =
      new ApiSettings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.of(new Rate(100, 200)),
          ListSettings.DEFAULT);

  public ApiSettings {
    origins = List.copyOf(origins);
  }
}
