/**
 * Work where the sources are: what is sent to an agent, how its commands are run there, and what comes back. Nothing that
 * an agent says is trusted with the controller's data.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
