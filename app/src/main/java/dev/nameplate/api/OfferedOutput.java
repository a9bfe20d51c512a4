package dev.nameplate.api;

import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What of a template's formats and scales an order chooses. */
final class OfferedOutput {
  private OfferedOutput() {}

  /** The scale of an order, 1 where it names none; one that is not offered is a fault. */
  static Scale scale(Template template, ImageOrder order, List<ApiFault> faults) {
    Scale scale = order.options().scale().orElse(Scale.ONE);
    if (!template.output().scales().contains(scale)) {
      faults.add(
          ApiFault.of(
              "$.scale",
              ErrorCode.INVALID_VALUE,
              "the template offers "
                  + template.output().scales().stream().map(Scale::label).toList()));
    }
    return scale;
  }

  /**
   * The format of an order; one that is not offered is a fault.
   *
   * @param preferred chooses one of those offered where the order names none
   */
  static Format format(
      Template template,
      ImageOrder order,
      Function<List<Format>, Format> preferred,
      List<ApiFault> faults) {
    List<Format> offered = Encoders.offered(template.output());
    if (order.options().format().isEmpty()) {
      return preferred.apply(offered);
    }
    Optional<Format> format =
        order.options().format().flatMap(Format::ofEnding).filter(offered::contains);
    if (format.isEmpty()) {
      List<String> endings = offered.stream().map(Format::ending).toList();
      faults.add(
          new ApiFault(
              "$.format",
              ErrorCode.FORMAT_NOT_OFFERED,
              "the template offers " + String.join(", ", endings),
              NearestName.of(order.options().format().get(), endings)));
    }
    return format.orElseGet(() -> CreateImageUrl.usual(offered));
  }
}
