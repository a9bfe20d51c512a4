package dev.nameplate.bench.peer;

import dev.nameplate.bench.Arguments;
import dev.nameplate.bench.Circle;
import dev.nameplate.bench.Measured;
import dev.nameplate.bench.Recipient;
import dev.nameplate.bench.Workloads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.eclipse.jetty.util.Fields;

/**
 * Java2D and ImageIO without more.
 *
 * <p>{@code loop} draws in this process with the options of {@code InProcess} and prints one line
 * of JSON; {@code serve --port N} answers {@code /w1?name=}; {@code sample --folder F} writes one
 * of each.
 */
public final class PlainJava2d {
  private static final List<String> WORKLOADS = List.of("w1", "w2", "w3");

  private final PlainDrawing drawing =
      new PlainDrawing(new PlainAssets(Path.of("fonts"), Workloads.TEMPLATES));

  private PlainJava2d() {}

  /** Runs the program. */
  public static void main(String[] words) throws IOException {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    Arguments arguments = new Arguments(List.of(words));
    PlainJava2d plain = new PlainJava2d();
    switch (words[0]) {
      case "loop" -> System.out.println(plain.loop(arguments));
      case "serve" -> plain.serve((int) arguments.number("--port", 0));
      default -> plain.sample(Path.of(arguments.value("--folder", ".")));
    }
  }

  private String loop(Arguments arguments) {
    Circle<Recipient> recipients = new Circle<>(arguments.recipients());
    return WORKLOADS.stream()
        .map(workload -> "\"" + workload + "\":" + measured(workload, recipients, arguments).json())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Measured measured(String workload, Circle<Recipient> recipients, Arguments arguments) {
    double warm = arguments.number("--warm", 5);
    new Measured().add(warm, recipients, recipient -> png(workload, recipient).length);
    double seconds = arguments.number("--seconds", 5);
    return new Measured().add(seconds, recipients, recipient -> png(workload, recipient).length);
  }

  private void serve(int port) {
    Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());
    BareServer.start(
        port,
        (path, query) -> {
          permits.acquireUninterruptibly();
          try {
            return png(path.substring(1), recipient(query));
          } finally {
            permits.release();
          }
        });
  }

  private void sample(Path folder) throws IOException {
    Recipient recipient = new Recipient("Zoë Großmann", "Northwind Média SA", "A2B3C4D5E6F7G8H9");
    for (String workload : WORKLOADS) {
      Files.write(folder.resolve("java2d-" + workload + ".png"), png(workload, recipient));
    }
  }

  private static Recipient recipient(Fields query) {
    return new Recipient(
        query.getValuesOrEmpty("name").stream().findFirst().orElse(""),
        query.getValuesOrEmpty("company").stream().findFirst().orElse(""),
        query.getValuesOrEmpty("id").stream().findFirst().orElse(""));
  }

  private byte[] png(String workload, Recipient recipient) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawing.draw(workload, recipient), "png", bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }
}
