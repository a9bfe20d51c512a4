package dev.nameplate.http.editor;

import dev.nameplate.edit.DraftState;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Answers what publishing would write as downloads, for folders that version control owns. */
final class Downloads {
  private Downloads() {}

  static HttpResponse patch(DraftState state, String patch) {
    return file(
        state, ".patch", "text/x-diff; charset=utf-8", patch.getBytes(StandardCharsets.UTF_8));
  }

  /** The files below a folder of the template's id; the same bytes for the same files. */
  static HttpResponse zip(DraftState state, Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(state.id() + "/" + file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file(state, ".zip", "application/zip", bytes.toByteArray());
  }

  private static HttpResponse file(DraftState state, String ending, String type, byte[] body) {
    String name = state.id().text().replace('/', '-') + ending;
    return HttpResponse.of(
        200,
        type,
        body,
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Disposition",
            "attachment; filename=\"" + name + "\""));
  }
}
