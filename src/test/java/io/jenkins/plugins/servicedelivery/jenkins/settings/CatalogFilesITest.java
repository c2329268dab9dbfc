package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.CATALOG;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Fingerprint;
import hudson.model.Items;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.scm.NullSCM;
import hudson.scm.SCM;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Reading a catalog from a Git repository on the controller. */
@WithJenkins
class CatalogFilesITest {
    private static final String LOCAL = "hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT";
    private static JenkinsRule jenkins;

    @TempDir
    private Path temporary;

    private Path repository;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterEach
    void forget() {
        System.clearProperty(LOCAL);
    }

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectory(temporary.resolve("shop"));
        run("git", "init", "--quiet", "--initial-branch=main");
        write("delivery/catalog/shop.yaml", CATALOG);
        commit();
    }

    @Test
    void shouldReadTheCatalogOfTheProtectedBranchAndOfNoOther() throws Exception {
        run("git", "checkout", "--quiet", "-b", "pull-request");
        write("delivery/catalog/more.yaml", environment("production"));
        commit();

        CatalogFiles.Read files = read(git(url(), "*/main"));

        assertThat(files.texts()).containsOnlyKeys("shop.yaml");
        assertThat(CatalogReader.read(files.texts()).environments(Name.of("shop")))
                .containsOnlyKeys(Name.of("test"));
        assertThat(read(git(url(), "refs/heads/pull-request")).texts()).containsOnlyKeys("more.yaml", "shop.yaml");
    }

    @Test
    void shouldSayWhichCommitItHasReadAndSeeTheNextOne() throws Exception {
        String first = run("git", "rev-parse", "HEAD");
        CatalogFiles.Read before = read(git(url(), "*/main"));
        write("delivery/catalog/more.yaml", environment("production"));
        commit();
        CatalogFiles.Read after = read(git(url(), "*/main"));

        assertThat(before.revision()).isEqualTo("commit " + first);
        assertThat(before.origin()).isEqualTo("the folder delivery/catalog of git " + url());
        assertThat(after.revision()).isEqualTo("commit " + run("git", "rev-parse", "HEAD"));
        assertThat(after.texts()).hasSize(2);
    }

    @Test
    void shouldReadWithoutAnyWorkspace() throws Exception {
        read(git(url(), "*/main"));

        assertThat(jenkins.jenkins.getRootDir().toPath().resolve("workspace")).doesNotExist();
    }

    @Test
    void shouldSelectFilesAsFromAFolder() throws Exception {
        write("delivery/catalog/environments/more.yml", environment("production"));
        write("delivery/catalog/orders/src/application.yaml", "server: {port: 8080}");
        write("delivery/catalog/orders/target/left-out.yaml", environment("left-out"));
        write("delivery/catalog/node_modules/left-out.yaml", environment("left-out"));
        write("delivery/catalog/.hidden/left-out.yaml", environment("left-out"));
        write("delivery/catalog/.hidden.yaml", environment("left-out"));
        write("delivery/catalog/readme.md", "no YAML");
        write("outside.yaml", environment("outside"));
        commit();

        assertThat(read(git(url(), "*/main")).texts()).containsOnlyKeys("environments/more.yml", "shop.yaml");
    }

    @Test
    void shouldRefuseLinkedFilesAndNotEnterLinkedFolders() throws Exception {
        write("elsewhere/left-out.yaml", environment("left-out"));
        Files.createSymbolicLink(repository.resolve("delivery/catalog/folder"), Path.of("../../elsewhere"));
        Files.createDirectory(repository.resolve("delivery/catalog/sources"));
        Files.createSymbolicLink(repository.resolve("delivery/catalog/sources/link.yaml"), Path.of("/etc/hostname"));
        commit();
        assertThat(read(git(url(), "*/main")).texts()).containsOnlyKeys("shop.yaml");

        Files.createSymbolicLink(repository.resolve("delivery/catalog/link.yaml"), Path.of("/etc/hostname"));
        commit();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(git(url(), "*/main")))
                .withMessageContaining("link.yaml: The file is a link, which is not followed.");
    }

    @Test
    void shouldRefuseWhatIsNoCatalogAnyMore() throws Exception {
        for (int i = 0; i < 1001; i++) {
            write("delivery/catalog/" + i + ".yaml", "a: 1");
        }
        commit();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(git(url(), "*/main")))
                .withMessageContaining("The catalog has more than 1000 files");
    }

    @Test
    void shouldSayThatAnScmWithoutAFileSystemNeedsANode() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(new NullSCM()))
                .withMessageStartingWith("Reading the catalog of shop failed: ")
                .withMessageContaining("cannot be read without a checkout")
                .withMessageContaining("Run the step inside a node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*/re*"})
    void shouldRefuseABranchThatIsNotOne(String branch) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(git(url(), branch)))
                .withMessageContaining("cannot be read without a checkout");
    }

    @Test
    void shouldLetNoBuildChooseTheBranch() throws Exception {
        run("git", "branch", "chosen");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(git(url(), "${BRANCH}")))
                .withMessageContaining("cannot be read");
    }

    @Test
    void shouldSayInOneLineThatThereIsNoSuchBranchOrFolderOrServer() throws Exception {
        CatalogSource source = new CatalogSource(git(url(), "*/main"));
        source.setFolder("delivery/catalogue");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(git(url(), "*/mian")))
                .withMessageContaining("mian")
                .withMessageContaining("Check address, branch and credential in the global settings")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(source, Optional.empty()))
                .withMessageContaining("has no folder delivery/catalogue");
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(git(url() + "-gone", "*/main")))
                .withMessageContaining("cannot be read (");
    }

    @Test
    void shouldRefuseAFolderThatWasWrittenIntoTheFileBehindTheFormsBack() {
        CatalogSource source = SettingsFixtures.catalog(git(url(), "*/main"));
        String xml = SettingsFixtures.content(source).replace("delivery/catalog", "delivery/../elsewhere");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read((CatalogSource) Items.XSTREAM2.fromXML(xml), Optional.empty()))
                .withMessageContaining("leads out of the catalog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "file://%s", "FILE:%s", "%s/../shop"})
    void shouldNotLetAFolderReadFromTheDiskOfTheController(String address) throws Exception {
        Folder team = jenkins.createProject(Folder.class, "team-on-disk");
        try {
            CatalogSource source = SettingsFixtures.catalog(git(address.formatted(repository), "*/main"));

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> read(source, Optional.of(team)))
                    .withMessageContaining("on the disk of the controller");
        } finally {
            team.delete();
        }
    }

    @Test
    void shouldShowNoPasswordThatStandsInAnAddress() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(git("http://alice:canary-p4ssw0rd@127.0.0.1:1/shop.git", "*/main")))
                .satisfies(e -> assertThat(e.getMessage()).contains("127.0.0.1").doesNotContain("canary"));
    }

    @Test
    void shouldUseTheCredentialOfThePlaceThatBindsAndTrackIt() throws Exception {
        UsernamePasswordCredentialsImpl global =
                SettingsFixtures.login(CredentialsScope.GLOBAL, "catalog", "global", "pw");
        SettingsFixtures.addGlobally(global);
        GitSCM scm = new GitSCM(
                GitSCM.createRepoList(url(), "catalog"),
                new ArrayList<>(List.of(new BranchSpec("*/main"))),
                null,
                null,
                new ArrayList<>());
        Folder team = jenkins.createProject(Folder.class, "team-with-credential");
        System.setProperty(LOCAL, "true");

        read(SettingsFixtures.catalog(scm), Optional.empty());
        read(SettingsFixtures.catalog(scm), Optional.of(team));

        Fingerprint used = CredentialsProvider.getFingerprintOf(global);
        assertThat(used).isNotNull();
        assertThat(used.getFacets()).hasSize(2);
    }

    @Test
    void shouldTellWhoeverTestsItWhatIsInTheCatalog() throws Exception {
        System.setProperty(LOCAL, "true");
        Folder team = jenkins.createProject(Folder.class, "team");
        ProductLineBinding binding = SettingsFixtures.shop(git(url(), "*/main"), "one");
        SettingsFixtures.bind(team, binding);
        ProductLineBinding.DescriptorImpl descriptor =
                jenkins.jenkins.getDescriptorByType(ProductLineBinding.DescriptorImpl.class);

        assertThat(descriptor.doTestCatalog(team, "shop"))
                .hasMessageContaining("2 services and 1 environments, read from the folder delivery/catalog of git");
        binding.setEnvironments(List.of(new EnvironmentBinding("production", "one")));
        SettingsFixtures.bind(team, binding);
        FormValidation missing = descriptor.doTestCatalog(team, "shop");
        write("delivery/catalog/shop.yaml", CATALOG + "sevrices: 1\n");
        commit();
        FormValidation broken = descriptor.doTestCatalog(team, "shop");

        assertThat(missing.kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(missing).hasMessageContaining("does not have these environments: production");
        assertThat(broken.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(broken).hasMessageContaining("shop.yaml:").hasMessageContaining("sevrices");
        assertThat(descriptor.doTestCatalog(team, "bank")).hasMessageContaining("Save first");
        assertThat(descriptor.doTestCatalog(null, "shop")).hasMessageContaining("Save first");
    }

    private CatalogFiles.Read read(SCM scm) throws InterruptedException {
        return read(SettingsFixtures.catalog(scm), Optional.empty());
    }

    private static CatalogFiles.Read read(CatalogSource source, Optional<Folder> folder) throws InterruptedException {
        return CatalogFiles.read(new BoundLine(new ProductLineBinding("shop", source), folder.map(each -> each)));
    }

    private String url() {
        return repository.toString();
    }

    private static String environment(String name) {
        return "apiVersion: service-delivery/v1\nkind: Environment\nname: " + name + "\nline: shop\nowner: bob\n";
    }

    private void write(String name, String text) throws Exception {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws Exception {
        run("git", "add", "--all", "--force");
        run("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=m");
    }

    private String run(String... words) throws Exception {
        CommandResult result = new ProcessCommandRunner()
                .run(new Command(Arrays.asList(words), repository.toString(), Map.of(), Duration.ofSeconds(30)));
        assertThat(result.succeeded()).as(result.output()).isTrue();
        return result.output().strip();
    }
}
