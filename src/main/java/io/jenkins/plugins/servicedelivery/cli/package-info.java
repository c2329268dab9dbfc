/**
 * The tool kit: the verbs of the product as commands. It reads what was typed, puts adapters and use cases together and
 * shows what came of it. Rules of delivery do not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.cli;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
