package dev.nameplate.art;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.imgscalr.Scalr;

/** Draws the templates' pictures. Its argument is the folder of the templates. */
final class ArtStudio {
  private ArtStudio() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path templates = Path.of(arguments.length > 0 ? arguments[0] : "templates");
    for (Map.Entry<String, Supplier<BufferedImage>> piece : pieces().entrySet()) {
      Path file = templates.resolve(piece.getKey());
      Files.createDirectories(file.resolveSibling("."));
      ImageIO.write(piece.getValue().get(), "png", file.toFile());
    }
  }

  private static Map<String, Supplier<BufferedImage>> pieces() {
    Map<String, Supplier<BufferedImage>> pieces = new TreeMap<>();
    pieces.put("welcome/assets/hills.png", WelcomeArt::hills);
    pieces.put("event-ticket/assets/ticket.png", TicketArt::ticket);
    pieces.put("event-ticket/assets/guest.png", GuestArt::guest);
    pieces.put("event-ticket/assets/maria.png", GuestArt::maria);
    pieces.put("event-ticket/assets/dmitri.png", GuestArt::dmitri);
    pieces.put("event-ticket/assets/amara.png", GuestArt::amara);
    pieces.put("advisor/assets/noor.png", GuestArt::noor);
    pieces.put("advisor/assets/tomas.png", GuestArt::tomas);
    String examples = "../app/docs/layers/examples/";
    pieces.put(examples + "image/assets/maria.png", GuestArt::maria);
    pieces.put(examples + "image/assets/amara.png", GuestArt::amara);
    pieces.put(examples + "image/assets/seal.png", LayerArt::seal);
    pieces.put(examples + "qr/assets/leaf.png", LayerArt::leaf);
    pieces.put(examples + "stack/assets/maria.png", GuestArt::maria);
    pieces.put(examples + "stack/assets/dmitri.png", GuestArt::dmitri);
    pieces.put("rewards/assets/paper.png", RewardsArt::paper);
    pieces.put("rewards/assets/maria.png", () -> small(GuestArt.maria()));
    pieces.put("rewards/assets/amara.png", () -> small(GuestArt.amara()));
    pieces.put("pickup/assets/counter.png", PickupArt::counter);
    pieces.put("pickup/assets/tick.png", PickupArt::tick);
    pieces.put("pickup/assets/clock.png", PickupArt::clock);
    pieces.put("coupon/assets/voucher.png", CouponArt::voucher);
    pieces.put("flash-sale/assets/stage.png", FlashSaleArt::stage);
    pieces.put("certificate/assets/paper.png", CertificateArt::paper);
    pieces.put("loyalty-card/assets/standard.png", LoyaltyArt::standard);
    pieces.put("loyalty-card/assets/vip.png", LoyaltyArt::vip);
    pieces.put("product-reminder/assets/lamp.png", ProductArt::lamp);
    pieces.put("product-reminder/assets/vase.png", ProductArt::vase);
    pieces.put("product-reminder/assets/chair.png", ProductArt::chair);
    pieces.put("product-reminder/assets/tote.png", ProductArt::tote);
    return pieces;
  }

  /** Half as large, for where a portrait is drawn small. */
  private static BufferedImage small(BufferedImage portrait) {
    return Scalr.resize(portrait, Scalr.Method.ULTRA_QUALITY, portrait.getWidth() / 2);
  }
}
