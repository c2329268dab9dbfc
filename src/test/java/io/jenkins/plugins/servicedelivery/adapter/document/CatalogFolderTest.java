package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFolderTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("catalog"));
        Files.writeString(folder.resolve("shop.yaml"), DocumentFixtures.shop());
    }

    @Test
    void shouldReadAFolderAndThoseBelowIt() throws IOException {
        Path below = Files.createDirectories(folder.resolve("environments").resolve("more"));
        Files.writeString(below.resolve("load.yml"), environment("load"));

        assertThat(CatalogReader.read(folder).environments(CatalogFixtures.SHOP))
                .hasSize(4);
    }

    @Test
    void shouldGiveTextsThatReadAsTheFolderDoes() throws IOException {
        Path below = Files.createDirectories(folder.resolve("environments").resolve("more"));
        Files.writeString(below.resolve("load.yml"), environment("load"));
        Files.writeString(folder.resolve("notes.txt"), "no YAML");

        SortedMap<String, String> texts = CatalogReader.texts(folder);

        assertThat(texts).containsOnlyKeys("environments/more/load.yml", "shop.yaml");
        assertThat(texts).containsEntry("shop.yaml", DocumentFixtures.shop());
        assertThat(CatalogReader.read(texts)).isEqualTo(CatalogReader.read(folder));
    }

    @Test
    void shouldGiveTextsThatAreNoCatalogUnread() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "kind: [");

        assertThat(CatalogReader.texts(folder)).containsEntry("broken.yaml", "kind: [");
    }

    @Test
    void shouldGiveNoTextsWhereOneCannotBeRead() throws IOException {
        Files.write(folder.resolve("binary.yaml"), new byte[] {'a', (byte) 0xC3});

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CatalogReader.texts(folder))
                .withMessageContaining("binary.yaml:1:2");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CatalogReader.texts(temporary.resolve("nowhere")))
                .withMessageContaining("The folder of the catalog cannot be read");
    }

    @Test
    void shouldLeaveOutHiddenFoldersAndThoseOfBuilds() throws IOException {
        for (String name : List.of(".git", "target", "node_modules")) {
            Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("a.yaml"), "kind: Environment");
        }
        Files.writeString(folder.resolve(".hidden.yaml"), "kind: Environment");

        assertThat(CatalogReader.read(folder)).isNotNull();
    }

    @Test
    void shouldLeaveOutYamlOfOtherKindsInSourceTrees() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("orders").resolve("src"));
        Files.writeString(sources.resolve("application.yaml"), "server: {port: 8080}\nkind: Deployment\n");
        Files.write(sources.resolve("binary.yaml"), new byte[] {'a', 0, (byte) 0xC3});
        Files.writeString(sources.resolve("large.yaml"), "#".repeat(5_000_000));

        assertThat(CatalogReader.read(folder)).isNotNull();
    }

    @Test
    void shouldRefuseAnUnknownVersionBelowTheFolder() throws IOException {
        Path below = Files.createDirectory(folder.resolve("environments"));
        Files.writeString(below.resolve("load.yaml"), environment("load").replace("delivery/v1", "delivry/v1"));

        assertThat(problems())
                .containsExactly("environments/load.yaml:1:13: \"service-delivry/v1\" is no version of the"
                        + " catalog's format that is known here. Write service-delivery/v1.");
    }

    @Test
    void shouldShowTheNameOfAFileOnOneLine() throws IOException {
        Files.writeString(folder.resolve("a\n\u001b[2J.yaml"), "[]");

        assertThat(problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                .startsWith("a\\u000a\\u001b[2J.yaml:1:1: "));
    }

    @Test
    void shouldFollowALinkThatStaysInside() throws IOException {
        Files.createDirectory(folder.resolve(".data"));
        Files.writeString(folder.resolve(".data").resolve("load.yaml"), environment("load"));
        Files.createSymbolicLink(folder.resolve("load.yaml"), Path.of(".data", "load.yaml"));

        assertThat(CatalogReader.read(folder).environments(CatalogFixtures.SHOP))
                .hasSize(4);
    }

    @Test
    void shouldRefuseALinkThatLeadsOut() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside.yaml"), environment("load"));
        Files.createSymbolicLink(folder.resolve("load.yaml"), outside);

        assertThat(problems())
                .containsExactly("load.yaml: The link leads out of the catalog's folder. Put the file itself there.");
    }

    @Test
    void shouldNotEnterALinkedFolder() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("load.yaml"), environment("load"));
        Files.createSymbolicLink(folder.resolve("more"), outside);
        Files.createSymbolicLink(folder.resolve("circle"), folder);

        assertThat(CatalogReader.read(folder).environments(CatalogFixtures.SHOP))
                .hasSize(3);
    }

    @Test
    void shouldSayThatALinkLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("load.yaml"), Path.of("gone.yaml"));

        assertThat(problems())
                .containsExactly(
                        "load.yaml: The file cannot be read: it does not exist. Let it be read, or remove it.");
    }

    @Test
    void shouldSayThatALinkedFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(folder.resolve("load.yaml"), Path.of("inside"));

        assertThat(problems())
                .containsExactly("load.yaml: The file cannot be read: it is not a file. Let it be read, or remove it.");
    }

    @Test
    void shouldNameThePlaceWhereAFileIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("load.yaml"), "kind: x\ntitle: Gr\u00fc\u00df".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).containsExactly("load.yaml:2:10: The file is not text in UTF-8. Save it as UTF-8.");
    }

    @Test
    void shouldRefuseTextThatEndsWithinACharacter() throws IOException {
        Files.write(folder.resolve("load.yaml"), new byte[] {'a', (byte) 0xC3});

        assertThat(problems()).containsExactly("load.yaml:1:2: The file is not text in UTF-8. Save it as UTF-8.");
    }

    @Test
    void shouldRefuseMegabytes() throws IOException {
        Files.writeString(folder.resolve("load.yaml"), "#".repeat(5_000_000));

        assertThat(problems())
                .containsExactly("load.yaml: The file has more than 1048576 characters. Divide it into several files.");
    }

    @Test
    void shouldRefuseTooManyFiles() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Files.writeString(folder.resolve(i + ".yaml"), "#");
        }

        assertThat(problems()).hasSize(1).first().asString().contains("more than 1000 files");
    }

    @Test
    void shouldSayThatTheFolderDoesNotExist() throws IOException {
        Files.delete(folder.resolve("shop.yaml"));
        Files.delete(folder);

        assertThat(problems())
                .containsExactly(folder + ": The folder of the catalog cannot be read: it does not exist."
                        + " Name a folder that exists and may be read.");
    }

    @Test
    void shouldSayThatTheFolderIsAFile() {
        folder = folder.resolve("shop.yaml");

        assertThat(problems()).hasSize(1).first().asString().contains("cannot be read: it is a file");
    }

    @Test
    void shouldSayThatThereIsNoCatalog() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "# nothing yet\n---\n");

        assertThat(problems()).hasSize(1).first().asString().startsWith(folder + ": There is no catalog here");
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidInputException.class, () -> CatalogReader.read(folder)).problems().stream()
                .map(Object::toString)
                .toList();
    }

    private static String environment(String name) {
        return "apiVersion: service-delivery/v1\nkind: Environment\nname: " + name + "\nline: shop\nowner: alice\n";
    }
}
