package dev.nameplate.api;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.token.Scope;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.UrlForm;
import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Turns a list into the same list with a picture's URL for each row, as {@code nameplate batch}
 * does. Equal lists and orders give equal bytes.
 */
public final class CreateUrlList {
  private final TemplateCatalog templates;
  private final UrlVerifier verifier;
  private final KeyRing keys;
  private final UrlBatch batch;
  private final CreateImageUrl.Options writing;

  /**
   * @param batch makes the URLs
   * @param writing how URLs are written and counted
   */
  public CreateUrlList(
      TemplateCatalog templates,
      UrlVerifier verifier,
      AccessSettings access,
      UrlBatch batch,
      CreateImageUrl.Options writing) {
    this.templates = templates;
    this.verifier = verifier;
    this.keys = access.keys();
    this.batch = batch;
    this.writing = writing;
  }

  /** A list that can be read several times. */
  public interface Source {
    /**
     * Returns a new stream of the whole list, which the caller closes.
     *
     * @throws IOException if the list cannot be read
     */
    InputStream open() throws IOException;
  }

  /**
   * Returns what is to be done.
   *
   * @throws ApiException that names all faults if the order or the caller's rights are at fault
   */
  public UrlBatch.Job job(ListOrder order, Caller caller) {
    caller.require(Scope.BATCHES);
    List<ApiFault> faults = new ArrayList<>(order.faults());
    if (order.template().isEmpty()) {
      faults.add(
          0,
          ApiFault.of(
              "?template", ErrorCode.INVALID_VALUE, "required: the id of a template, ?template=…"));
      throw new ApiException(faults, Optional.empty());
    }
    Template template = templates.require(order.template().get(), "?template", caller, faults);
    boolean signed = verifier.isSigned(template);
    BatchOptions options =
        new BatchOptions(
            caller.base(),
            format(template, order, faults),
            scale(template, order, faults),
            Optional.of(form(order, signed, faults)),
            columns(template, order, faults),
            open(template, order, faults),
            order.expires(),
            order.limit(),
            writing.maxTarget());
    if (!faults.isEmpty()) {
      throw new ApiException(
          faults, Optional.of(new ApiException.Subject(template.id(), Optional.empty())));
    }
    return new UrlBatch.Job(template, options, new RowUrls.Signing(keys, signed));
  }

  /**
   * Checks that something is left of the quota of a caller; already complete but for the moments of
   * the start.
   *
   * @return fails with an {@link ApiException} where nothing is
   */
  public CompletableFuture<Void> admit(UrlBatch.Job job, Caller caller) {
    return writing.counted().admit(job.template(), caller);
  }

  /**
   * Counts the URLs of a list that was answered to its end.
   *
   * @param digest of the answer, so that an equal one does not count again within 24 hours
   */
  public void count(UrlBatch.Job job, Caller caller, Tally tally, byte[] digest) {
    writing.counted().list(job.template(), caller, tally, HexFormat.of().formatHex(digest));
  }

  /**
   * Reads a list without writing anything, and returns what is known of it.
   *
   * @throws ApiException with {@link ErrorCode#UNUSABLE_LIST} if it cannot be used
   * @throws IOException if it cannot be read
   */
  public ListPlan plan(UrlBatch.Job job, Source list) throws IOException {
    try {
      byte[] head;
      EncodingScan scan;
      try (InputStream in = list.open()) {
        head = in.readNBytes(DialectSniffer.HEAD);
      }
      try (InputStream in = list.open()) {
        scan = EncodingScan.of(in);
      }
      ListPlan plan = ListPlan.of(head, scan, job.template(), job.options());
      try (InputStream in = list.open()) {
        in.skipNBytes(plan.bodyOffset());
        UrlBatch.check(plan, in);
      }
      return plan;
    } catch (ListException unusable) {
      throw new ApiException(
          List.of(
              ApiFault.of(
                  "$", ErrorCode.UNUSABLE_LIST, unusable.what().replace("--map ", "?map."))),
          Optional.of(new ApiException.Subject(job.template().id(), Optional.empty())));
    }
  }

  /**
   * Writes the list with the columns of {@link dev.nameplate.batch.OwnCells} added.
   *
   * @param plan of the same list
   * @param out flushed at the end, not closed
   * @return the counts; their states sum to the rows of the list
   * @throws IOException if reading or writing fails
   */
  public Tally write(UrlBatch.Job job, ListPlan plan, Source list, OutputStream out)
      throws IOException {
    try (InputStream in = list.open()) {
      in.skipNBytes(plan.bodyOffset());
      return batch.run(
          job,
          plan,
          batch.start(job, plan, out),
          new UrlBatch.Streams(in, out, UrlBatch.Progress.NONE));
    }
  }

  private static String format(Template template, ListOrder order, List<ApiFault> faults) {
    List<Format> offered = Encoders.offered(template.output());
    Format usual = CreateImageUrl.usual(offered);
    Optional<Format> format =
        order.format().isEmpty()
            ? Optional.of(usual)
            : order.format().flatMap(Format::ofEnding).filter(offered::contains);
    if (format.isEmpty()) {
      List<String> endings = offered.stream().map(Format::ending).toList();
      faults.add(
          new ApiFault(
              "?format",
              ErrorCode.FORMAT_NOT_OFFERED,
              "the template offers " + String.join(", ", endings),
              order.format().flatMap(given -> NearestName.of(given, endings))));
    }
    return format.orElse(usual).ending();
  }

  private static Scale scale(Template template, ListOrder order, List<ApiFault> faults) {
    Scale scale = order.scale().orElse(Scale.ONE);
    List<Scale> offered = template.output().scales();
    if (!offered.contains(scale)) {
      invalid(
          "?scale", "the template offers " + offered.stream().map(Scale::label).toList(), faults);
    }
    return scale;
  }

  private UrlForm form(ListOrder order, boolean signed, List<ApiFault> faults) {
    UrlKind kind = order.kind().orElse(signed ? UrlKind.SIGNED : UrlKind.PLAIN);
    if (kind != UrlKind.PLAIN && keys.isEmpty()) {
      invalid("?url", kind.label() + " URLs need NAMEPLATE_KEYS, and this server has none", faults);
    } else if (kind == UrlKind.PLAIN && signed) {
      invalid("?url", "this template is drawn for signed and sealed URLs only", faults);
    }
    if (order.expires().isPresent()) {
      if (!verifier.clock().instant().isBefore(order.expires().get())) {
        invalid("?expires", "allowed: a time that is to come", faults);
      } else if (kind == UrlKind.PLAIN || (kind == UrlKind.SIGNED && !signed)) {
        invalid(
            "?expires", "such URLs of this template do not expire; allowed: url=sealed", faults);
      }
    }
    return switch (kind) {
      case PLAIN -> UrlForm.PLAIN;
      case SIGNED -> UrlForm.SIGNED;
      case SEALED -> UrlForm.SEALED;
    };
  }

  private static Map<String, String> columns(
      Template template, ListOrder order, List<ApiFault> faults) {
    Map<String, String> columns = new LinkedHashMap<>();
    order
        .columns()
        .forEach(
            (name, heading) ->
                field(template, name, "?map." + name, faults)
                    .ifPresent(
                        field -> {
                          if (columns.putIfAbsent(field, heading) != null) {
                            invalid("?map." + name, "the field has a column already", faults);
                          }
                        }));
    return columns;
  }

  private static List<String> open(Template template, ListOrder order, List<ApiFault> faults) {
    List<String> open =
        order.open().stream()
            .flatMap(name -> field(template, name, "?open", faults).stream())
            .distinct()
            .toList();
    if (order.columns().keySet().stream()
        .anyMatch(
            name ->
                field(template, name, "", new ArrayList<>()).filter(open::contains).isPresent())) {
      invalid("?open", "a field takes a column or is open, not both", faults);
    }
    return open;
  }

  /** The real name of a field that a caller names by it or an alias, without case. */
  private static Optional<String> field(
      Template template, String name, String path, List<ApiFault> faults) {
    Optional<String> real =
        template.fields().values().stream()
            .filter(
                field ->
                    field.name().equalsIgnoreCase(name)
                        || field.aliases().stream().anyMatch(name::equalsIgnoreCase))
            .map(Field::name)
            .findFirst();
    if (real.isEmpty()) {
      faults.add(
          new ApiFault(
              path,
              ErrorCode.UNKNOWN_LAYER,
              "no field of the template; there are: "
                  + String.join(", ", template.fields().keySet()),
              NearestName.of(name, List.copyOf(template.fields().keySet()))));
    }
    return real;
  }

  private static void invalid(String path, String message, List<ApiFault> faults) {
    faults.add(ApiFault.of(path, ErrorCode.INVALID_VALUE, message));
  }
}
