package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Placeholder;
import dev.nameplate.template.layer.QrLayer;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that every image file that a template names can be decoded.
 *
 * @param assets where the files are
 */
public record AssetCheck(AssetSource assets) implements TemplateCheck {
  private static final int MOST_CAUSES = 3;

  @Override
  public List<TemplateFault> faults(Template template) {
    List<TemplateFault> faults = new ArrayList<>();
    for (LayerWalk.Stop stop : LayerWalk.of(template)) {
      if (stop.layer() instanceof ImageLayer image) {
        if (image.source() instanceof ImageLayer.Source.Asset source) {
          check(template, stop.path() + ".src", source.path(), faults);
        }
        image.mask().ifPresent(mask -> check(template, stop.path() + ".mask", mask, faults));
      } else if (stop.layer() instanceof QrLayer qr) {
        qr.logo().ifPresent(logo -> check(template, stop.path() + ".logo", logo.path(), faults));
      }
      if (stop.layer() instanceof ImageLayer image
          && image.placeholder().orElse(null) instanceof Placeholder.Asset placeholder) {
        check(template, stop.path() + ".default", placeholder.path(), faults);
      }
    }
    return faults;
  }

  /** Why an image cannot be used: the messages of the exception and its causes. */
  private static String reason(AssetException unusable) {
    Set<String> reasons = new LinkedHashSet<>();
    Optional<Throwable> cause = Optional.of(unusable);
    for (int depth = 0; depth < MOST_CAUSES && cause.isPresent(); depth++) {
      cause
          .filter(each -> !(each instanceof FileSystemException))
          .flatMap(each -> Optional.ofNullable(each.getMessage()))
          .ifPresent(reasons::add);
      cause = cause.flatMap(each -> Optional.ofNullable(each.getCause()));
    }
    return String.join(": ", reasons);
  }

  private void check(Template template, String path, String src, List<TemplateFault> faults) {
    try {
      assets.load(template, src);
    } catch (AssetException unusable) {
      faults.add(
          new TemplateFault(
              template.id() + "/template.json",
              path,
              "'" + src + "' (" + reason(unusable) + ")",
              "a PNG or JPEG that decodes"));
    }
  }
}
