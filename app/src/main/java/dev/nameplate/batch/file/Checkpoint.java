package dev.nameplate.batch.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * From where an interrupted run goes on; holds offsets and counts, no value of a recipient.
 *
 * @param job a digest of all that decides the output but the list
 * @param bytes the list's length
 * @param print of the list up to the position
 * @param complete whether the output is whole
 */
record Checkpoint(String job, long bytes, String print, boolean complete, BatchPosition position) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Writes it so that after any end of the process the file holds this one or the one before. */
  void write(Path file) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("form", 1).put("job", job).put("bytes", bytes).put("print", print);
    node.put("complete", complete);
    node.put("input", position.input()).put("output", position.output());
    node.put("row", position.row()).put("lookaheads", position.lookaheads());
    node.set("tally", position.tally().json());
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(node.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The one in a file; empty where there is none that can be read. */
  static Optional<Checkpoint> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
      if (node.path("form").asInt() != 1) {
        return Optional.empty();
      }
      return Optional.of(
          new Checkpoint(
              node.path("job").asText(),
              node.path("bytes").asLong(),
              node.path("print").asText(),
              node.path("complete").asBoolean(),
              new BatchPosition(
                  node.path("input").asLong(),
                  node.path("output").asLong(),
                  node.path("row").asLong(),
                  node.path("lookaheads").asInt(),
                  Tally.of(node.path("tally")))));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }
}
