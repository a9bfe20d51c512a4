package dev.nameplate.api;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.ImageRef;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.access.sign.VerificationResult;
import dev.nameplate.access.token.Scope;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.serve.ClientContext;
import dev.nameplate.serve.ImageRequest;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Turns values into a picture's URL. The URL is written first; what is said of it is what the
 * server reads out of it, so that both always agree. Equal orders give equal URLs.
 */
public final class CreateImageUrl {
  private static final int ID_CHARACTERS = 22;

  private final TemplateCatalog templates;
  private final ImageService images;
  private final UrlVerifier verifier;
  private final KeyRing keys;
  private final UrlWriter plain;
  private final UrlWriter signing;
  private final Options options;
  private final StudioLinks studio;

  /**
   * How URLs are written.
   *
   * @param maxTarget the longest path and query that the server answers, in characters
   * @param studio whether there are pages of templates, to which problems link
   */
  public record Options(int maxTarget, boolean studio) {}

  /**
   * @param access has the keys; none for plain URLs alone
   */
  public CreateImageUrl(
      TemplateCatalog templates,
      ImageService images,
      UrlVerifier verifier,
      AccessSettings access,
      Options options) {
    this.templates = templates;
    this.images = images;
    this.verifier = verifier;
    this.keys = access.keys();
    this.plain = new UrlWriter(KeyRing.NONE);
    this.signing = new UrlWriter(keys);
    this.options = options;
    this.studio = new StudioLinks(verifier, options.studio(), options.maxTarget());
  }

  /**
   * Makes the URL of an order, and draws its picture if the order asks for that.
   *
   * @param preferred chooses one of the offered formats if the order names none
   * @param onward runs the steps that follow the drawing
   * @return the result, whose picture is empty unless it was drawn; fails with an {@link
   *     ApiException} that names all faults if the order or the caller's rights are at fault, or if
   *     the picture cannot be drawn
   */
  public CompletableFuture<ImageUrlResult> run(
      ImageOrder order, Caller caller, Function<List<Format>, Format> preferred, Executor onward) {
    try {
      caller.require(Scope.IMAGES);
      ImageUrlResult result = url(order, caller, preferred);
      return order.options().renderNow()
          ? draw(result, caller, onward)
          : CompletableFuture.completedFuture(result);
    } catch (ApiException wrong) {
      return CompletableFuture.failedFuture(wrong);
    }
  }

  /** The URL of an order, whatever it says of drawing. */
  CompletableFuture<ImageUrlResult> describe(ImageOrder order, Caller caller) {
    try {
      caller.require(Scope.IMAGES);
      return CompletableFuture.completedFuture(url(order, caller, CreateImageUrl::usual));
    } catch (ApiException wrong) {
      return CompletableFuture.failedFuture(wrong);
    }
  }

  /**
   * Draws the picture of a URL that was made. The drawing is queued like those of all other
   * requests.
   *
   * @param caller who asks for it
   * @param onward runs the steps that follow the drawing
   * @return the same result with the picture, and with a warning if something is missing from it;
   *     fails with an {@link ApiException} of {@link ErrorCode#OVERLOADED} if too many drawings
   *     wait, or of {@link ErrorCode#INTERNAL} if the drawing failed
   */
  public CompletableFuture<ImageUrlResult> draw(
      ImageUrlResult result, Caller caller, Executor onward) {
    ClientContext client = new ClientContext(tag -> false, () -> true, System.nanoTime());
    ImageRequest request =
        new ImageRequest(
            result.template(), result.target().scale(), result.format(), result.query(), client);
    return images.answer(request, onward).thenApply(outcome -> drawn(result, caller, outcome));
  }

  private ImageUrlResult drawn(ImageUrlResult result, Caller caller, Outcome outcome) {
    Optional<Outcome.Reason> degraded = outcome.degradation();
    if (degraded.filter(Outcome.Reason::isLoad).isPresent()) {
      throw failure(
          result, caller, ErrorCode.OVERLOADED, "too much waits to be drawn; try again soon");
    }
    if (degraded.equals(Optional.of(Outcome.Reason.ERROR))) {
      throw failure(result, caller, ErrorCode.INTERNAL, "the picture could not be drawn");
    }
    return result.with(
        outcome.picture().orElseThrow(),
        degraded.map(reason -> "the picture lacks something: " + reason.label()).stream().toList());
  }

  /** A failure that comes after the URL was made. */
  ApiException failure(ImageUrlResult result, Caller caller, ErrorCode code, String message) {
    BoundLayers bound = BoundLayers.of(result.template(), result.order());
    return studio.failure(
        List.of(ApiFault.of("$", code, message)),
        result.template(),
        inOrder(result.template(), bound.values()),
        caller.base());
  }

  /**
   * The template of an order and what of the order can be used.
   *
   * @throws ApiException where anything is wrong
   */
  private ImageUrlResult url(
      ImageOrder order, Caller caller, Function<List<Format>, Format> preferred) {
    List<ApiFault> faults = new ArrayList<>(order.faults());
    if (order.template().isEmpty()) {
      throw new ApiException(faults, Optional.empty());
    }
    Template template =
        templates.require(order.template().get(), "$." + order.templateKey(), caller, faults);
    BoundLayers bound = BoundLayers.of(template, order);
    faults.addAll(bound.faults());
    Scale scale = OfferedOutput.scale(template, order, faults);
    Format format = OfferedOutput.format(template, order, preferred, faults);
    List<String> warnings = new ArrayList<>(order.warnings());
    warnings.addAll(bound.warnings());
    UrlKind kind = kind(template, order, faults, warnings);
    if (!faults.isEmpty()) {
      throw studio.failure(faults, template, inOrder(template, bound.values()), caller.base());
    }
    UrlSpec spec =
        new UrlSpec(
                template.id(),
                format.ending(),
                scale,
                inOrder(template, bound.values()),
                bound.open(),
                kind == UrlKind.PLAIN ? Optional.empty() : order.options().expires(),
                kind == UrlKind.SEALED)
            .ofVersion(template.version());
    Draft draft =
        new Draft(
            order,
            caller.base(),
            new ImageRef(template, scale, Optional.of(format.ending())),
            format,
            kind,
            bound,
            warnings);
    return resolved(draft, spec);
  }

  /** An order that was found good. */
  private record Draft(
      ImageOrder order,
      String base,
      ImageRef target,
      Format format,
      UrlKind kind,
      BoundLayers bound,
      List<String> warnings) {
    @Override
    public String toString() {
      return "Draft[" + target.template().id() + "]";
    }
  }

  /** Resolves the URL, and again with the caller's fallbacks where values count as missing. */
  private ImageUrlResult resolved(Draft draft, UrlSpec spec) {
    Read first = read(draft, spec);
    Map<String, String> values = new LinkedHashMap<>(spec.values());
    Map<String, String> used = new LinkedHashMap<>();
    draft
        .bound()
        .fallbacks()
        .forEach(
            (name, fallback) -> {
              ResolvedField field = first.merged().byName().get(name);
              if (field != null && field.reason().isPresent()) {
                values.put(name, fallback);
                used.put(name, fallback);
              }
            });
    if (used.isEmpty()) {
      return result(draft, first, first.merged(), used);
    }
    UrlSpec filled = spec.withValues(inOrder(draft.target().template(), values));
    return result(draft, read(draft, filled), first.merged(), used);
  }

  /** What the server reads out of a URL. */
  private record Read(String path, RawQuery query, MergedFields merged) {}

  private Read read(Draft draft, UrlSpec spec) {
    String path = (draft.kind() == UrlKind.PLAIN ? plain : signing).write(spec);
    if (path.length() > options.maxTarget()) {
      throw studio.failure(
          List.of(
              ApiFault.of(
                  "$." + draft.order().layersKey(),
                  ErrorCode.INVALID_VALUE,
                  "the URL would have "
                      + path.length()
                      + " characters; NAMEPLATE_MAX_TARGET allows "
                      + options.maxTarget())),
          draft.target().template(),
          spec.values(),
          draft.base());
    }
    int mark = path.indexOf('?');
    RawQuery query = new RawQuery(mark < 0 ? "" : path.substring(mark + 1));
    VerificationResult verified = verifier.verify(draft.target(), query);
    if (!(verified instanceof VerificationResult.Admitted admitted)) {
      throw new IllegalStateException("a URL of ours is not admitted");
    }
    return new Read(
        path, admitted.query(), images.fields(draft.target().template(), admitted.query()));
  }

  private static ImageUrlResult result(
      Draft draft, Read read, MergedFields asGiven, Map<String, String> used) {
    Map<String, ImageUrlResult.FieldState> fields = new LinkedHashMap<>();
    read.merged()
        .byName()
        .forEach(
            (name, field) -> {
              boolean replaced = used.containsKey(name);
              ResolvedField before = asGiven.byName().getOrDefault(name, field);
              String state =
                  draft.bound().open().contains(name)
                      ? "open"
                      : replaced && field.reason().isEmpty() ? "fallback" : field.state().label();
              Optional<String> reason =
                  state.equals("open")
                      ? Optional.empty()
                      : (replaced ? before : field).reason().map(why -> why.label());
              fields.put(
                  name,
                  new ImageUrlResult.FieldState(
                      state, reason, draft.bound().values().containsKey(name)));
            });
    return new ImageUrlResult(
        draft.order(),
        id(read.path()),
        draft.base() + read.path(),
        draft.target(),
        draft.format(),
        read.query(),
        read.merged(),
        fields,
        draft.warnings(),
        Optional.empty());
  }

  private static String id(String path) {
    byte[] digest = Sha256.start().digest(path.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(digest).substring(0, ID_CHARACTERS);
  }

  /** In the template's order, so that equal orders give equal URLs. */
  private static Map<String, String> inOrder(Template template, Map<String, String> values) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : template.fields().keySet()) {
      Optional.ofNullable(values.get(name)).ifPresent(value -> ordered.put(name, value));
    }
    return ordered;
  }

  /**
   * Returns the format for an order that names none: PNG if it is offered, else the first one.
   *
   * @param offered at least one
   */
  public static Format usual(List<Format> offered) {
    return offered.contains(Format.PNG) ? Format.PNG : offered.get(0);
  }

  private UrlKind kind(
      Template template, ImageOrder order, List<ApiFault> faults, List<String> warnings) {
    boolean signed = verifier.isSigned(template);
    UrlKind kind = order.options().kind().orElse(signed ? UrlKind.SIGNED : UrlKind.PLAIN);
    if (kind != UrlKind.PLAIN && keys.isEmpty()) {
      faults.add(
          ApiFault.of(
              "$.url",
              ErrorCode.INVALID_VALUE,
              kind.label() + " URLs need NAMEPLATE_KEYS, and this server has none"));
    } else if (kind == UrlKind.PLAIN && signed) {
      faults.add(
          ApiFault.of(
              "$.url",
              ErrorCode.INVALID_VALUE,
              "this template is drawn for signed and sealed URLs only"));
    }
    order.options().expires().ifPresent(end -> checkExpiry(end, kind, signed, faults, warnings));
    return kind;
  }

  private void checkExpiry(
      Instant end, UrlKind kind, boolean signed, List<ApiFault> faults, List<String> warnings) {
    if (!verifier.clock().instant().isBefore(end)) {
      faults.add(
          ApiFault.of("$.expires", ErrorCode.INVALID_VALUE, "allowed: a time that is to come"));
    }
    if (kind == UrlKind.PLAIN) {
      warnings.add("$.expires has no effect: a plain URL does not expire");
    } else if (!signed && kind == UrlKind.SIGNED) {
      warnings.add(
          "$.expires has no effect: the template is open, so that its URLs need no signature");
    }
  }
}
