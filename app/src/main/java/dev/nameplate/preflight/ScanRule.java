package dev.nameplate.preflight;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.render.code.BarcodeScanner;
import dev.nameplate.scene.Node;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every QR code and barcode can be scanned from the picture at 1x and holds its data. */
final class ScanRule implements Rule {
  private static final double MARGIN = 6;

  private final OfflineRenderer offlineRenderer;

  ScanRule(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
  }

  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    List<Finding> findings = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (RenderCase renderCase : cases) {
      for (LocatedLayer locatedLayer : renderCase.locatedLayers()) {
        Optional<String> payload = payload(locatedLayer.layer().node());
        if (payload.isPresent() && seen.add(locatedLayer.layer().node())) {
          finding(locatedLayer, renderCase, payload.get()).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<String> payload(Node node) {
    if (node instanceof Node.Qr qr) {
      return Optional.of(qr.payload());
    }
    return node instanceof Node.Barcode barcode ? Optional.of(barcode.payload()) : Optional.empty();
  }

  private Optional<Finding> finding(
      LocatedLayer locatedLayer, RenderCase renderCase, String payload) {
    BufferedImage picture = offlineRenderer.opaque(renderCase, Scale.ONE);
    Optional<String> read = BarcodeScanner.read(cut(picture, locatedLayer.layer().bounds()));
    // A barcode's check digit is not part of the template's data.
    if (read.filter(text -> text.startsWith(payload)).isPresent()) {
      return Optional.empty();
    }
    String what =
        read.isPresent()
            ? "the code holds something else than its data"
            : "no scanner reads the code at 1x; enlarge its box, shorten its data, or keep its"
                + " quiet zone free";
    return Optional.of(
        Finding.at(FindingCode.QR_UNREADABLE, locatedLayer, renderCase, what, payload.length()));
  }

  private static BufferedImage cut(BufferedImage picture, Box bounds) {
    Box inside =
        bounds.grown(MARGIN).intersect(new Box(0, 0, picture.getWidth(), picture.getHeight()));
    return picture.getSubimage(
        (int) inside.x(),
        (int) inside.y(),
        Math.max(1, (int) inside.width()),
        Math.max(1, (int) inside.height()));
  }
}
