// With validatorUrl: null the page does not send the document to an external validator.
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })
