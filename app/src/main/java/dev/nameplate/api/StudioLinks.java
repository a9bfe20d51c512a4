package dev.nameplate.api;

import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a call that fails was about, with a link to the studio's page of the template. The link
 * holds the values that were given, encrypted and for a day.
 *
 * @param verifier knows the keys, without which there are no links, and the signed templates, whose
 *     page shows no values
 * @param shown whether the server has a studio
 * @param longest the most characters that a link may have
 */
public record StudioLinks(UrlVerifier verifier, boolean shown, int longest) {
  private static String kept(Template template) {
    return template
        .version()
        .map(number -> "&" + RequestedVersion.PARAMETER + "=" + number)
        .orElse("");
  }

  /**
   * Returns a failure about a template.
   *
   * @param values by field, as they were given
   * @param base what stands before the path of links
   */
  ApiException failure(
      List<ApiFault> faults, Template template, Map<String, String> values, String base) {
    Optional<String> link =
        shown && !verifier.isSigned(template)
            ? verifier.pageLinks().write(template.id(), values).map(path -> path + kept(template))
            : Optional.empty();
    return new ApiException(
        faults,
        Optional.of(
            new ApiException.Subject(
                template.id(),
                link.filter(path -> path.length() <= longest).map(path -> base + path))));
  }
}
