package dev.nameplate.http.api;

import dev.nameplate.api.ManageBatches;
import dev.nameplate.batch.job.JobException;
import dev.nameplate.batch.job.NewJob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of a job on its way into the work folder, alone or in a form. */
final class JobBody implements BodySink {
  private final NewJob job;
  private final Optional<MultipartFilter> form;

  /**
   * @param type the request's {@code Content-Type}
   */
  JobBody(NewJob job, String type) {
    this.job = job;
    this.form = MultipartFilter.of(type, this::store);
  }

  private void store(ByteBuffer bytes) {
    try {
      job.write(bytes);
    } catch (JobException tooLarge) {
      throw ManageBatches.fault(tooLarge);
    } catch (IOException full) {
      throw ManageBatches.noRoom();
    }
  }

  @Override
  public void write(ByteBuffer bytes) {
    if (form.isPresent()) {
      form.get().write(bytes);
    } else {
      store(bytes);
    }
  }

  /** Whether the list is a file of a form. */
  boolean isForm() {
    return form.isPresent();
  }

  /** The texts of the form; none without a form. */
  Map<String, List<String>> texts() {
    return form.map(MultipartFilter::texts).orElse(Map.of());
  }

  @Override
  public void finish() {
    Map<String, List<String>> unused = texts();
  }

  NewJob job() {
    return job;
  }

  @Override
  public void close() {
    job.close();
  }
}
