package dev.nameplate.preflight;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ImageLayer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * No picture file has many more pixels than are drawn of it, since they cost memory and time at the
 * start. A file is measured where it is drawn largest, at the template's largest scale.
 */
final class AssetRule implements Rule {
  private static final double TOLERANCE = 1.5;

  private final OfflineRenderer offlineRenderer;

  AssetRule(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
  }

  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    Map<String, Use> largest = new HashMap<>();
    for (RenderCase renderCase : cases) {
      for (LocatedLayer locatedLayer : renderCase.locatedLayers()) {
        if (locatedLayer.layer().node() instanceof Node.Picture picture
            && renderCase.template().assets().contains(picture.path())) {
          use(renderCase, locatedLayer, picture)
              .ifPresent(
                  use ->
                      largest.merge(picture.path(), use, (a, b) -> a.share() < b.share() ? a : b));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    largest.forEach((path, use) -> use.finding(path).ifPresent(findings::add));
    return findings;
  }

  private Optional<Use> use(
      RenderCase renderCase, LocatedLayer locatedLayer, Node.Picture picture) {
    try {
      DecodedImage decodedImage =
          offlineRenderer.assets().load(renderCase.template(), picture.path());
      double share = share(decodedImage.image(), picture) / largestScale(renderCase).factor();
      return Optional.of(new Use(locatedLayer, renderCase, decodedImage.image(), share));
    } catch (AssetException unreadable) {
      return Optional.empty();
    }
  }

  private static Scale largestScale(RenderCase renderCase) {
    List<Scale> scales = renderCase.template().output().scales();
    return scales.get(scales.size() - 1);
  }

  /**
   * Pixels of the file for each pixel of the picture at 1x, along the side that decides its
   * quality.
   */
  private static double share(BufferedImage image, Node.Picture picture) {
    Box box = picture.placement().box();
    double horizontal = image.getWidth() / box.width();
    double vertical = image.getHeight() / box.height();
    return picture.fit() == ImageLayer.Fit.CONTAIN
        ? Math.max(horizontal, vertical)
        : Math.min(horizontal, vertical);
  }

  /**
   * A file where it is drawn.
   *
   * @param share pixels of the file for each pixel of the picture at its largest scale, along a
   *     side
   */
  private record Use(LocatedLayer layer, RenderCase renderCase, BufferedImage image, double share) {
    Optional<Finding> finding(String path) {
      if (share <= TOLERANCE) {
        return Optional.empty();
      }
      String what =
          String.format(
              Locale.ROOT,
              "%s is %d × %d; %d × %d are enough for the largest scale",
              path,
              image.getWidth(),
              image.getHeight(),
              Math.round(image.getWidth() / share),
              Math.round(image.getHeight() / share));
      return Optional.of(Finding.at(FindingCode.ASSET_OVERSIZED, layer, renderCase, what, share));
    }
  }
}
