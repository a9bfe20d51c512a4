package dev.nameplate.scene;

/**
 * The inputs of a picture's bytes other than the template and its values.
 *
 * @param version of this program
 * @param runtime vendor and version of Java, whose builds differ in rasterization
 * @param fontsDigest SHA-256, in hex, over every font file and their order
 */
public record EngineIdentity(String version, String runtime, String fontsDigest) {}
