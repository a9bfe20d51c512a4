package dev.nameplate.http.api;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.batch.job.JobSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the JSON API answers.
 *
 * @param base scheme and host that URLs begin with; empty for those of the call
 * @param revoked the file that lists revoked tokens; empty for none
 * @param origins origins whose pages may read responses (CORS); an empty list admits no page
 * @param rate calls a second of a token that has no rate of its own; empty for no limit
 * @param lists what lists may take
 * @param jobs what jobs may take
 */
public record ApiSettings(
    Optional<String> base,
    Optional<Path> revoked,
    List<String> origins,
    Optional<Rate> rate,
    ListSettings lists,
    JobSettings jobs) {
  public static final ApiSettings DEFAULT =
      new ApiSettings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.of(new Rate(100, 200)),
          ListSettings.DEFAULT,
          JobSettings.DEFAULT);

  public ApiSettings {
    origins = List.copyOf(origins);
  }
}
