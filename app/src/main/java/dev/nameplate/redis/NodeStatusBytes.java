package dev.nameplate.redis;

import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a node tells of itself, as bytes. They begin with the number of their form. */
final class NodeStatusBytes {
  private static final int FORM = 1;

  private NodeStatusBytes() {}

  /** Returns a status as bytes. */
  static byte[] write(NodeStatus status) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeUTF(status.id());
      out.writeUTF(status.versions().engine());
      out.writeUTF(status.versions().templates());
      out.writeInt(status.machine().cores());
      out.writeLong(status.machine().heapBytes());
      out.writeInt(status.work().drawing());
      out.writeInt(status.work().permits());
      out.writeInt(status.work().queued());
      out.writeLong(status.work().drawn());
      out.writeLong(status.work().hits());
      out.writeLong(status.life().started().toEpochMilli());
      out.writeLong(status.life().seen().toEpochMilli());
      out.writeBoolean(status.life().draining());
      out.writeByte(status.breakers().size());
      for (Map.Entry<String, BreakerState> breaker : status.breakers().entrySet()) {
        out.writeUTF(breaker.getKey());
        out.writeUTF(breaker.getValue().name());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #write} wrote; empty for bytes of another build's form. */
  static Optional<NodeStatus> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return in.readByte() == FORM ? Optional.of(read(in)) : Optional.empty();
    } catch (IOException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static NodeStatus read(DataInputStream in) throws IOException {
    String id = in.readUTF();
    NodeStatus.Versions versions = new NodeStatus.Versions(in.readUTF(), in.readUTF());
    NodeStatus.Machine machine = new NodeStatus.Machine(in.readInt(), in.readLong());
    NodeStatus.Work work =
        new NodeStatus.Work(in.readInt(), in.readInt(), in.readInt(), in.readLong(), in.readLong());
    NodeStatus.Life life =
        new NodeStatus.Life(
            Instant.ofEpochMilli(in.readLong()),
            Instant.ofEpochMilli(in.readLong()),
            in.readBoolean());
    Map<String, BreakerState> breakers = new HashMap<>();
    for (int left = in.readByte(); left > 0; left--) {
      breakers.put(in.readUTF(), BreakerState.valueOf(in.readUTF()));
    }
    return new NodeStatus(id, versions, machine, work, breakers, life);
  }
}
