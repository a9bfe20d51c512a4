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
 * No picture file holds more pixels than are ever drawn of it: they take memory, and time at the
 * start. A file is judged by the place where it is drawn largest, at the template's largest scale.
 */
final class AssetRule implements Rule {
  private static final double FORGIVEN = 1.5;

  private final OfflineRenderer bench;

  AssetRule(OfflineRenderer bench) {
    this.bench = bench;
  }

  @Override
  public List<Finding> findings(List<RenderCase> attempts) {
    Map<String, Use> largest = new HashMap<>();
    for (RenderCase renderCase : attempts) {
      for (LocatedLayer locatedLayer : renderCase.placed()) {
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
      DecodedImage decodedImage = bench.assets().load(renderCase.template(), picture.path());
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

  /** How many of the file's pixels stand on one pixel at 1x, along a side. */
  private static double share(BufferedImage image, Node.Picture picture) {
    Box box = picture.placement().box();
    double across = image.getWidth() / box.width();
    double down = image.getHeight() / box.height();
    return picture.fit() == ImageLayer.Fit.CONTAIN
        ? Math.max(across, down)
        : Math.min(across, down);
  }

  /**
   * A file in a place.
   *
   * @param share pixels of the file on one of the picture's at its largest scale
   */
  private record Use(LocatedLayer placed, RenderCase attempt, BufferedImage image, double share) {
    Optional<Finding> finding(String path) {
      if (share <= FORGIVEN) {
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
      return Optional.of(Finding.at(FindingCode.ASSET_OVERSIZED, placed, attempt, what, share));
    }
  }
}
