package dev.nameplate.api;

import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.Scope;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobException;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.batch.job.NewJob;
import dev.nameplate.batch.webhook.WebhookSecret;
import dev.nameplate.batch.webhook.Webhooks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts jobs and shows them to those whose jobs they are. */
public final class ManageBatches {
  private final CreateUrlList lists;
  private final Supplier<Optional<Jobs>> jobs;
  private final Supplier<Optional<Webhooks>> webhooks;

  /**
   * @param lists decides what may be made of a list
   * @param jobs of the node; empty where the work folder cannot be used. The first call may do file
   *     I/O
   * @param webhooks of the same jobs
   */
  public ManageBatches(
      CreateUrlList lists, Supplier<Optional<Jobs>> jobs, Supplier<Optional<Webhooks>> webhooks) {
    this.webhooks = webhooks;
    this.lists = lists;
    this.jobs = jobs;
  }

  /** Returns the owner of a caller's jobs: the subject of its token; empty for the local rule. */
  public static String owner(Caller caller) {
    return caller.grant().map(Grant::subject).orElse("");
  }

  /**
   * Returns what is to be made of a list.
   *
   * @param name the caller's {@code Idempotency-Key}; empty for none
   * @throws ApiException that names all faults if the order or the caller's rights are at fault
   */
  public NewJob.Order order(BatchOrder order, Caller caller, Optional<String> name) {
    UrlBatch.Job work = lists.job(order.list(), caller);
    return new NewJob.Order(
        work,
        order.mode(),
        owner(caller),
        CountedUrls.isCounted(caller),
        order.names(),
        order.webhook(),
        name,
        false);
  }

  /**
   * Begins a job whose list is to arrive.
   *
   * @throws ApiException where there is no space for one
   */
  public NewJob begin() {
    try {
      return jobs().begin();
    } catch (JobException refused) {
      throw fault(refused);
    } catch (IOException full) {
      throw noRoom();
    }
  }

  /**
   * Makes a job of a list that has arrived.
   *
   * @throws ApiException where the list cannot be used or stored, or nothing is left of the quota
   *     of the caller
   */
  public Jobs.Submitted submit(NewJob arrived, NewJob.Order order, Caller caller) {
    try {
      return jobs().submit(arrived, order, () -> admit(order, caller));
    } catch (JobException refused) {
      throw fault(refused);
    } catch (IOException full) {
      throw noRoom();
    }
  }

  private void admit(NewJob.Order order, Caller caller) {
    if (order.mode().makesUrls()) {
      lists.admit(order.work(), caller).join();
    }
  }

  /** Returns what is told of a job that is not taken. */
  public static ApiException fault(JobException refused) {
    ErrorCode code =
        switch (refused.reason()) {
          case UNUSABLE -> ErrorCode.UNUSABLE_LIST;
          case TOO_LARGE -> ErrorCode.BODY_TOO_LARGE;
          case MISMATCH -> ErrorCode.IDEMPOTENCY_MISMATCH;
          case FULL -> ErrorCode.OVERLOADED;
        };
    return ApiException.of(code, refused.what().replace("--map ", "?map."));
  }

  /** Returns what is told where the disk takes nothing more. */
  public static ApiException noRoom() {
    return ApiException.of(
        ErrorCode.OVERLOADED,
        "the work folder takes no list now; see NAMEPLATE_WORK and NAMEPLATE_WORK_BYTES");
  }

  /**
   * Returns the jobs of this node.
   *
   * @throws ApiException where the work folder cannot be used
   */
  public Jobs jobs() {
    return jobs.get().orElseThrow(ManageBatches::noRoom);
  }

  /** Returns the caller's jobs, the newest first. */
  public List<Job> list(Caller caller) {
    caller.require(Scope.BATCHES);
    return jobs().all().stream().filter(job -> isVisible(job, caller)).toList();
  }

  /**
   * Returns a job.
   *
   * @throws ApiException with {@link ErrorCode#NOT_FOUND} where there is none, or it is another's
   */
  public Job find(String id, Caller caller) {
    caller.require(Scope.BATCHES);
    return jobs()
        .find(id)
        .filter(job -> isVisible(job, caller))
        .orElseThrow(
            () ->
                jobs()
                    .place()
                    .refusal()
                    .map(why -> ApiException.of(ErrorCode.OVERLOADED, why))
                    .orElseGet(
                        () ->
                            ApiException.of(
                                ErrorCode.NOT_FOUND,
                                "there is no such job; ended ones are deleted after"
                                    + " NAMEPLATE_BATCH_KEEP")));
  }

  private static boolean isVisible(Job job, Caller caller) {
    return job.spec().owner().equals(owner(caller)) && caller.mayUse(job.spec().template());
  }

  /**
   * Pauses, resumes or cancels a job.
   *
   * @throws ApiException where there is none, or it is another's
   */
  public Job change(String id, JobChange change, Caller caller) {
    Job job = find(id, caller);
    return jobs().change(id, change).orElse(job);
  }

  /**
   * Returns what calls the webhooks of jobs.
   *
   * @throws ApiException where the work folder cannot be used
   */
  public Webhooks webhooks() {
    return webhooks.get().orElseThrow(ManageBatches::noRoom);
  }

  /** Returns what the calls of a job's webhook are signed with; empty where it has none. */
  public Optional<WebhookSecret> secret(Job job) {
    return job.spec().webhook().flatMap(url -> webhooks().secret(job));
  }

  /**
   * Returns a job that has a webhook.
   *
   * @throws ApiException where there is none, it is another's, or it has no webhook
   */
  public Job findCalled(String id, Caller caller) {
    Job job = find(id, caller);
    if (job.spec().webhook().isEmpty()) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "this job has no webhook");
    }
    return job;
  }

  /**
   * Deletes a job with all of it.
   *
   * @throws ApiException where there is none, or its last rows are being worked on
   */
  public void delete(String id, Caller caller) {
    Job job = find(id, caller);
    if (!jobs().delete(job.spec().id())) {
      throw ApiException.of(
          ErrorCode.OVERLOADED, "the job's last rows are being worked on; try again in a second");
    }
  }
}
