/**
 * Product lines and their services: what there is, who answers for it and what it needs.
 * Images, configuration and anything that runs do not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.productline;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
