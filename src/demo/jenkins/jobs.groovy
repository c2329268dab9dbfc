// Makes the two jobs of the sample where they are not there yet.
import hudson.plugins.git.BranchSpec
import hudson.plugins.git.GitSCM
import hudson.plugins.git.extensions.impl.CleanBeforeCheckout
import jenkins.model.Jenkins
import org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition
import org.jenkinsci.plugins.workflow.job.WorkflowJob

void make(String name, String jenkinsfile, String description) {
    if (Jenkins.get().getItem(name) == null) {
        def repository = GitSCM.createRepoList(System.getProperty('shop.repository'), null)
        def job = Jenkins.get().createProject(WorkflowJob, name)
        job.definition = new CpsScmFlowDefinition(
                new GitSCM(repository, [new BranchSpec('*/main')], null, null, [new CleanBeforeCheckout()]), jenkinsfile)
        job.description = description
        job.save()
    }
}

make 'shop', 'Jenkinsfile', 'From source to production, and on to a good new version of orders.'
make 'shop-bad-release', 'bad-release.Jenkinsfile',
        'A new version of orders with a mistake in it, which is rolled back. Build shop first.'
