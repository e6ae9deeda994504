using Lectern.Notation;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.FrontMatter;

/// <summary>F01. YAML between two lines of three dashes, from the first line of the file on.</summary>
internal sealed class FrontMatterForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new YamlFrontMatterParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new Silent());

    private sealed class Silent : HtmlObjectRenderer<YamlFrontMatterBlock>
    {
        protected override void Write(HtmlRenderer renderer, YamlFrontMatterBlock obj)
        {
        }
    }
}
